package io.bgvbridge.sandbox.ashby;

/**
 * One candidate's application for the sandbox's one job.
 *
 * @param applicationId Ashby's application id
 * @param candidateId Ashby's candidate id, another one after a merge
 * @param stage where it is in the interview plan
 * @param status {@code Active} or {@code Hired}
 */
public record Application(String applicationId, String candidateId, Stage stage, String status) {

	static Application begun(Candidate candidate) {
		return new Application(candidate.applicationId(), candidate.id(), Stage.FIRST, "Active");
	}

	Application at(Stage next) {
		return new Application(this.applicationId, this.candidateId, next,
				next.type().equals(Stage.HIRED.type()) ? "Hired" : "Active");
	}

	Application ownedBy(String survivor) {
		return new Application(this.applicationId, survivor, this.stage, this.status);
	}

}
