package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bgvbridge.gateway.assessment.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * One hop on a check's way.
 *
 * @param at when
 * @param hop what happened
 * @param state the state after it, where it changed
 * @param revision the revision that it made or delivered
 * @param detail closed codes that say more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hop(Instant at, String hop, @Nullable String state, @Nullable Long revision, @Nullable String detail) {

	static final String STARTED = "assessment.start accepted";

	static final String UPDATED = "verification.updated";

	static final String DELIVERED = "ashby.updated";

	static Hop started(Instant at) {
		return new Hop(at, STARTED, null, null, null);
	}

	static Hop startedByRule(Instant at) {
		return new Hop(at, "auto-start by rule", null, null, null);
	}

	static Hop takenOver(Instant at) {
		return new Hop(at, STARTED, null, null, "taken over by a recruiter");
	}

	static Hop of(Cancellation cancellation) {
		return new Hop(cancellation.at(), switch (cancellation.by()) {
			case ASHBY -> "assessment.cancel accepted";
			case OPERATOR -> "operator.cancel accepted";
		}, null, null, null);
	}

	static Hop of(Requested requested) {
		return new Hop(requested.at(), "operation.requested", null, null, requested.operation().kind().name());
	}

	static Hop of(Erasure erasure) {
		return new Hop(erasure.at(), "erasure.requested", null, null,
				(erasure.candidateId() != null) ? "candidate" : "check");
	}

	static Hop of(Change change) {
		String reason = change.reason().equals("NONE") ? null : change.reason();
		String erased = (reason != null) ? reason + ", personal data erased" : "personal data erased";
		return new Hop(change.at(), UPDATED, change.state().name(), change.revision(),
				change.erased() ? erased : reason);
	}

	static Hop of(Delivery delivery) {
		String detail = delivery.resultSent() ? "result sent"
				: delivery.cancelledReasonSent() ? "cancelled reason sent" : null;
		return new Hop(delivery.at(), DELIVERED, null, delivery.revision(), detail);
	}

	static Hop of(Waiting waiting) {
		return new Hop(waiting.at(), "work." + waiting.outcome().toLowerCase(Locale.ROOT).replace('_', '-'), null, null,
				waiting.service() + " " + waiting.kind() + " " + waiting.reason() + " attempt " + waiting.attempt());
	}

}
