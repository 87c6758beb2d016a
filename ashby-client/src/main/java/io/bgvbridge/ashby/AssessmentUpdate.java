package io.bgvbridge.ashby;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One {@code assessment.update}, which keeps the rules that Ashby documents for it.
 *
 * @param assessmentId the id that {@code assessment.start} answered
 * @param timestamp when the update happened, in milliseconds since the epoch
 * @param status shown as the assessment's status; null only in a cancellation
 * @param profileUrl link to the assessment; a result needs one
 * @param result completes the assessment in Ashby
 * @param cancelledReason cancels the assessment in Ashby
 * @param metadata anything else that is shown
 */
public record AssessmentUpdate(UUID assessmentId, long timestamp, @Nullable DataValue status,
		@Nullable DataValue profileUrl, @Nullable DataValue result, @Nullable DataValue cancelledReason,
		List<DataValue> metadata) {

	/**
	 * Refuses what Ashby would refuse.
	 */
	public AssessmentUpdate {
		metadata = List.copyOf(metadata);
		Assert.isTrue(timestamp > 0, "a timestamp is required");
		Assert.isTrue(status != null || cancelledReason != null, "a status is required unless cancelled");
		Assert.isTrue(result == null || profileUrl != null, "a result needs a profile URL");
		Assert.isTrue(result == null || cancelledReason == null, "a cancelled assessment has no result");
		Assert.isTrue(profileUrl == null || profileUrl.type() == DataValue.Type.URL, "a profile URL is a URL");
		Set<String> seen = new HashSet<>();
		Stream
			.concat(Stream.of(status, profileUrl, result, cancelledReason).filter(Objects::nonNull), metadata.stream())
			.forEach((value) -> Assert.isTrue(seen.add(value.identifier()), "identifiers are unique"));
	}

}
