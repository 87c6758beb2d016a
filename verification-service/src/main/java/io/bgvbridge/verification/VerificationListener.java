package io.bgvbridge.verification;

import java.nio.ByteBuffer;

import io.bgvbridge.schemas.AshbyAction;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import io.bgvbridge.schemas.CancelOrigin;
import io.bgvbridge.schemas.CancelledCheckOrigin;
import io.bgvbridge.schemas.ProviderCallbackReceived;
import io.bgvbridge.schemas.RequestOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationCancelRequested;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.verification.state.Reason;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes requests, cancels, callbacks and what Ashby reports of candidates from Kafka.
 */
@Component
class VerificationListener {

	private final Requests requests;

	private final Callbacks callbacks;

	private final CandidateChanges candidates;

	VerificationListener(Requests requests, Callbacks callbacks, CandidateChanges candidates) {
		this.requests = requests;
		this.callbacks = callbacks;
		this.candidates = candidates;
	}

	@KafkaListener(
			topics = { Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION_REQUESTED + Topics.REDRIVE_TO_VERIFICATION })
	void on(VerificationRequested event) {
		this.requests.request(new RequestVerification(event.getEventId(), event.getAssessmentId(),
				event.getConnectionId(), event.getApplicationId(), event.getCandidateId(), event.getAssessmentTypeId(),
				event.getPackageKey(), event.getProvider(), event.getStartedAt(), origin(event),
				bytes(event.getSealed())));
	}

	private static Origin origin(VerificationRequested event) {
		return (event.getOrigin() == RequestOrigin.AUTO_START) ? Origin.AUTO_START : Origin.RECRUITER;
	}

	@KafkaListener(topics = { Topics.VERIFICATION_CANCEL_REQUESTED,
			Topics.VERIFICATION_CANCEL_REQUESTED + Topics.REDRIVE_TO_VERIFICATION })
	void on(VerificationCancelRequested event) {
		RequestVerification verification = new RequestVerification(event.getEventId(), event.getAssessmentId(),
				event.getConnectionId(), event.getApplicationId(), event.getCandidateId(), event.getAssessmentTypeId(),
				event.getPackageKey(), event.getProvider(), event.getStartedAt(),
				(event.getCheckOrigin() == CancelledCheckOrigin.AUTO_START) ? Origin.AUTO_START : Origin.RECRUITER,
				new byte[0]);
		this.requests.cancel(new CancelVerification(verification, (event.getOrigin() == CancelOrigin.OPERATOR)
				? Reason.CANCELLED_BY_OPERATOR : Reason.CANCELLED_IN_ASHBY));
	}

	/** Whatever a stage change or a hire starts comes as a request of its own. */
	@KafkaListener(
			topics = { Topics.ASHBY_WEBHOOK_RECEIVED, Topics.ASHBY_WEBHOOK_RECEIVED + Topics.REDRIVE_TO_VERIFICATION })
	void on(AshbyWebhookReceived event) {
		String survivor = event.getSurvivingCandidateId();
		if (event.getAction() == AshbyAction.CANDIDATE_MERGE && survivor != null) {
			this.candidates.merge(event.getEventId(), event.getConnectionId(), event.getCandidateId(), survivor);
		}
		else if (event.getAction() == AshbyAction.CANDIDATE_DELETE) {
			this.candidates.erase(event.getEventId(), event.getConnectionId(), event.getCandidateId());
		}
	}

	@KafkaListener(topics = { Topics.PROVIDER_CALLBACK_RECEIVED,
			Topics.PROVIDER_CALLBACK_RECEIVED + Topics.REDRIVE_TO_VERIFICATION })
	void on(ProviderCallbackReceived event) {
		this.callbacks.take(event.getEventId(), event.getConnectionId(), event.getProvider(), bytes(event.getSealed()));
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.duplicate().get(bytes);
		return bytes;
	}

}
