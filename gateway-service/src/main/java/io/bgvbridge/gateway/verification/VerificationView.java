package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bgvbridge.gateway.assessment.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A verification as operators see it.
 *
 * @param assessmentId its identity, as Ashby knows it
 * @param connectionId its connection
 * @param applicationId Ashby's id of the application
 * @param assessmentTypeId what was ordered
 * @param origin who began it; a recruiter, too, if one took it over
 * @param state where it stands
 * @param reason closed code of why
 * @param outcome closed code of the result
 * @param last whether only a dispute, a newer result or a re-open can still move it
 * @param revision counts its changes; 0 until one was reported
 * @param attempt number of the provider's order; 0 before the first
 * @param provider the provider's code
 * @param providerReference the provider's id of the order
 * @param startedAt when it was started in Ashby
 * @param closedAt when another start became a new attempt
 * @param erasedAt when it was forgotten who is checked; null if it was not
 * @param ashby what Ashby shows
 * @param waiting what could not be finished in one go
 * @param timeline every hop, in the order of time; only with a single verification
 */
public record VerificationView(UUID assessmentId, UUID connectionId, String applicationId, UUID assessmentTypeId,
		Origin origin, State state, String reason, String outcome, @JsonProperty("final") boolean last, long revision,
		int attempt, String provider, @Nullable String providerReference, Instant startedAt, @Nullable Instant closedAt,
		@Nullable Instant erasedAt, @Nullable Ashby ashby, @JsonProperty("wait") @Nullable Wait waiting,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Hop> timeline) {

	VerificationView with(List<Hop> hops) {
		return new VerificationView(this.assessmentId, this.connectionId, this.applicationId, this.assessmentTypeId,
				this.origin, this.state, this.reason, this.outcome, this.last, this.revision, this.attempt,
				this.provider, this.providerReference, this.startedAt, this.closedAt, this.erasedAt, this.ashby,
				this.waiting, hops);
	}

	/**
	 * What Ashby shows.
	 *
	 * @param revision the delivered revision
	 * @param deliveredAt when Ashby took it
	 * @param resultSent whether a result was ever delivered
	 */
	public record Ashby(long revision, Instant deliveredAt, boolean resultSent) {

	}

	/**
	 * Work that could not be finished in one go.
	 *
	 * @param service the service that does it
	 * @param kind its kind
	 * @param reason closed code of why
	 * @param outcome closed code of what happens next
	 * @param attempt how often it was tried
	 * @param nextTryAt when it is tried again
	 */
	public record Wait(String service, String kind, String reason, String outcome, int attempt,
			@Nullable Instant nextTryAt) {

	}

}
