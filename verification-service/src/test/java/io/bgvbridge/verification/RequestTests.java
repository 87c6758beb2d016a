package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.sealing.SealBroken;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.state.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequestTests extends OrderingFixture {

	@Test
	void publishesARequestAndOrdersIt() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId);
		assertThat(updates(assessmentId)).singleElement().satisfies((update) -> {
			assertThat(update.getState()).isEqualTo(VerificationState.REQUESTED);
			assertThat(update.getReason()).isEqualTo(UpdateReason.NONE);
			assertThat(update.getOutcome()).isEqualTo(VerificationOutcome.NONE);
			assertThat(update.getFinal$()).isFalse();
			assertThat(update.getRevision()).isEqualTo(1);
			assertThat(update.getAttempt()).isZero();
			assertThat(update.getConnectionId()).isEqualTo(connectionId);
			assertThat(update.getProvider()).isEqualTo(RecordingProvider.KIND);
			assertThat(update.getProviderReference()).isNull();
			assertThat(update.getStartedAt()).isEqualTo(STARTED_AT);
			assertThat(update.getSealed()).isNull();
		});
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isTrue();
		assertThat(isWanted(assessmentId, CompleteCandidate.KIND)).isFalse();
	}

	@Test
	void asksAshbyFirstWhereThePhoneIsNotKnown() {
		UUID assessmentId = UUID.randomUUID();
		this.listener.on(requested(UUID.randomUUID(), assessmentId, connect(), "candidate-1", null));
		assertThat(isWanted(assessmentId, CompleteCandidate.KIND)).isTrue();
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	@Test
	void ordersOnceWhatKafkaDeliversTwice() {
		UUID assessmentId = UUID.randomUUID();
		VerificationRequested event = requested(UUID.randomUUID(), assessmentId, connect(), "candidate-1", PHONE);
		this.listener.on(event);
		work(assessmentId, PlaceOrder.KIND);
		this.listener.on(event);
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
		assertThat(this.provider.placed).hasSize(1);
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.INVITED);
	}

	@Test
	void ordersOnceWhatAshbyStartsTwice() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "candidate-1");
		work(assessmentId, PlaceOrder.KIND);
		this.listener.on(requested(UUID.randomUUID(), assessmentId, connectionId, "candidate-1", PHONE));
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
		assertThat(this.provider.placed).hasSize(1);
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.INVITED);
	}

	@Test
	void publishesAFinalStateAgainWhenAshbyStartsItAgain() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "candidate-1");
		this.provider.places(() -> new Placement.Refused(Reason.REJECTED_BY_PROVIDER, "not " + EMAIL));
		work(assessmentId, PlaceOrder.KIND);
		this.listener.on(requested(UUID.randomUUID(), assessmentId, connectionId, "candidate-1", PHONE));
		assertThat(updates(assessmentId)).hasSize(3);
		VerificationUpdated first = updates(assessmentId).get(1);
		VerificationUpdated again = updates(assessmentId).get(2);
		assertThat(first.getState()).isEqualTo(VerificationState.FAILED_TO_START);
		assertThat(again.getState()).isEqualTo(VerificationState.FAILED_TO_START);
		assertThat(again.getReason()).isEqualTo(first.getReason());
		assertThat(again.getRevision()).isEqualTo(first.getRevision() + 1);
		assertThat(again.getEventId()).isNotEqualTo(first.getEventId());
		assertThat(words(again)).isEqualTo("not " + EMAIL);
		assertThat(this.provider.placed).hasSize(1);
	}

	@Test
	void takesNothingFromAnEventThatDoesNotOpen() {
		UUID connectionId = connect();
		UUID assessmentId = UUID.randomUUID();
		VerificationRequested moved = VerificationRequested
			.newBuilder(requested(UUID.randomUUID(), UUID.randomUUID(), connectionId, "candidate-1", PHONE))
			.setAssessmentId(assessmentId)
			.build();
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> this.listener.on(moved));
		assertThat(this.store.find(assessmentId)).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from inbox").query(Integer.class).single()).isZero();
	}

	@Test
	void keepsThePersonSealed() {
		UUID assessmentId = request(connect());
		assertThat(this.jdbc.sql("select encode(sealed_candidate, 'escape') from verification where assessment_id = ?")
			.param(assessmentId)
			.query(String.class)
			.single()).doesNotContain(FIRST_NAME, LAST_NAME, EMAIL, "98765");
	}

}
