package io.bgvbridge.sandbox.ashby;

/** What a recruiter sees after pressing Start or Cancel. */
public sealed interface Outcome {

	/** The partner accepted; Ashby's view of the assessment. */
	record Accepted(Assessment assessment) implements Outcome {
	}

	/** The partner said 409: the candidate is being assessed already. */
	record AlreadyAssessed() implements Outcome {
	}

	/** The partner said 422 with a sentence for the recruiter. */
	record Refused(String message) implements Outcome {
	}

	/** The partner gave no answer, or one that breaks Ashby's contract. */
	record Broken(String problem) implements Outcome {
	}

}
