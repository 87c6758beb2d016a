package io.bgvbridge.ashby;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.util.Assert;

/**
 * One {@code assessment.addCompletedToCandidate}: a completed assessment that was not
 * started in Ashby.
 *
 * @param candidateId Ashby's id of the candidate
 * @param partnerId the id that Ashby issued to this partner
 * @param assessmentTypeId the type, as {@code assessment.list} names it
 * @param assessmentId our id of the assessment
 * @param name what the assessment is called on the screen
 * @param result what it came to
 * @param metadata anything else that is shown
 * @param timestamp when it was completed, in milliseconds since the epoch
 */
public record CompletedAssessment(String candidateId, String partnerId, UUID assessmentTypeId, UUID assessmentId,
		String name, DataValue result, List<DataValue> metadata, long timestamp) {

	/**
	 * Refuses what Ashby would refuse.
	 */
	public CompletedAssessment {
		metadata = List.copyOf(metadata);
		Assert.hasText(candidateId, "a candidate is required");
		Assert.hasText(partnerId, "a partner is required");
		Assert.hasText(name, "a name is required");
		Assert.isTrue(timestamp > 0, "a timestamp is required");
		Set<String> seen = new HashSet<>();
		Stream.concat(Stream.of(result), metadata.stream())
			.forEach((value) -> Assert.isTrue(seen.add(value.identifier()), "identifiers are unique"));
	}

}
