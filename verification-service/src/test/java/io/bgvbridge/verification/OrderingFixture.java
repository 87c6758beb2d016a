package io.bgvbridge.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.schemas.AshbyAction;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import io.bgvbridge.schemas.CancelOrigin;
import io.bgvbridge.schemas.ProviderCallbackReceived;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationCancelRequested;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Verifications as tests speak of them.
 */
abstract class OrderingFixture extends RunningService {

	static final Instant STARTED_AT = Instant.parse("2026-11-20T10:15:30Z");

	@Autowired
	VerificationListener listener;

	@Autowired
	VerificationStore store;

	@Autowired
	Verifications verifications;

	@Autowired
	AttemptStore attempts;

	@Autowired
	Attempts attempting;

	/** A request for a new person, with a phone. */
	UUID request(UUID connectionId) {
		return request(connectionId, "candidate-" + UUID.randomUUID());
	}

	UUID request(UUID connectionId, String candidateId) {
		UUID assessmentId = UUID.randomUUID();
		this.listener.on(requested(UUID.randomUUID(), assessmentId, connectionId, candidateId, PHONE));
		return assessmentId;
	}

	VerificationRequested requested(UUID eventId, UUID assessmentId, UUID connectionId, String candidateId,
			@Nullable String phone) {
		String candidate = """
				{"firstName":"%s","lastName":"%s","email":"%s","phone":%s}
				""".formatted(FIRST_NAME, LAST_NAME, EMAIL, (phone != null) ? "\"" + phone + "\"" : "null");
		return VerificationRequested.newBuilder()
			.setEventId(eventId)
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setAssessmentId(assessmentId)
			.setApplicationId("application-1")
			.setCandidateId(candidateId)
			.setAssessmentTypeId(UUID.randomUUID())
			.setProvider(RecordingProvider.KIND)
			.setPackageKey("12:34")
			.setStartedAt(STARTED_AT)
			.setSealed(ByteBuffer.wrap(this.sealing.seal(Topics.VERIFICATION_REQUESTED, assessmentId.toString(),
					candidate.getBytes(StandardCharsets.UTF_8))))
			.build();
	}

	void cancel(UUID assessmentId, UUID connectionId, String candidateId) {
		cancel(assessmentId, connectionId, candidateId, CancelOrigin.ASHBY);
	}

	void cancel(UUID assessmentId, UUID connectionId, String candidateId, CancelOrigin origin) {
		this.listener.on(cancelled(assessmentId, connectionId, candidateId, origin));
	}

	VerificationCancelRequested cancelled(UUID assessmentId, UUID connectionId, String candidateId,
			CancelOrigin origin) {
		return VerificationCancelRequested.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setAssessmentId(assessmentId)
			.setApplicationId("application-1")
			.setCandidateId(candidateId)
			.setAssessmentTypeId(UUID.randomUUID())
			.setProvider(RecordingProvider.KIND)
			.setPackageKey("12:34")
			.setStartedAt(STARTED_AT)
			.setOrigin(origin)
			.build();
	}

	void deleteCandidate(UUID connectionId, String candidateId) {
		this.listener.on(webhook(UUID.randomUUID(), connectionId, AshbyAction.CANDIDATE_DELETE, candidateId, null));
	}

	void mergeCandidate(UUID connectionId, String candidateId, String survivingId) {
		this.listener
			.on(webhook(UUID.randomUUID(), connectionId, AshbyAction.CANDIDATE_MERGE, candidateId, survivingId));
	}

	AshbyWebhookReceived webhook(UUID eventId, UUID connectionId, AshbyAction action, String candidateId,
			@Nullable String survivingId) {
		return AshbyWebhookReceived.newBuilder()
			.setEventId(eventId)
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setAction(action)
			.setCandidateId(candidateId)
			.setSurvivingCandidateId(survivingId)
			.build();
	}

	/** A verification that is ordered as that reference. */
	UUID ordered(UUID connectionId, String reference) {
		UUID assessmentId = request(connectionId);
		this.provider.places(() -> new io.bgvbridge.verification.provider.Placement.Placed(reference, List.of()));
		work(assessmentId, PlaceOrder.KIND);
		return assessmentId;
	}

	void callBack(UUID eventId, UUID connectionId, String reference, String assessmentId) {
		byte[] body = (reference + "/" + assessmentId).getBytes(StandardCharsets.UTF_8);
		this.listener.on(ProviderCallbackReceived.newBuilder()
			.setEventId(eventId)
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setProvider(RecordingProvider.KIND)
			.setSealed(ByteBuffer
				.wrap(this.sealing.seal(Topics.PROVIDER_CALLBACK_RECEIVED, connectionId.toString(), body)))
			.build());
	}

	/** Leaves an attempt as a process does that dies during the call. */
	void dieWhileCalling(UUID assessmentId) {
		this.attempts.begin(assessmentId, this.attempts.of(assessmentId).size() + 1);
	}

	/** Lets so much time pass that the provider would show every order by now. */
	void settle(UUID assessmentId) {
		this.jdbc
			.sql("update attempt set began_at = began_at - interval '5 minutes 31 seconds' where assessment_id = ?")
			.param(assessmentId)
			.update();
	}

	List<Attempt.State> attempts(UUID assessmentId) {
		return this.attempts.of(assessmentId).stream().map(Attempt::state).toList();
	}

	List<VerificationState> states(UUID assessmentId) {
		return updates(assessmentId).stream().map(VerificationUpdated::getState).toList();
	}

	String words(VerificationUpdated update) {
		return told(update).path("words").asString();
	}

	/** What an update says sealed. */
	JsonNode told(VerificationUpdated update) {
		ByteBuffer sealed = update.getSealed();
		byte[] bytes = new byte[sealed.remaining()];
		sealed.duplicate().get(bytes);
		return JsonMapper.shared()
			.readTree(this.sealing.open(Topics.VERIFICATION_UPDATED, update.getAssessmentId().toString(), bytes));
	}

}
