package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.RequestOrigin;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TakeOverTests extends OrderingFixture {

	private static final String PERSON = "candidate-1";

	private final UUID assessmentId = UUID.randomUUID();

	@Test
	void publishesWhoAskedAndForWhom() {
		ask(connect(), RequestOrigin.AUTO_START);

		assertThat(updates(this.assessmentId)).singleElement().satisfies((update) -> {
			assertThat(update.getOrigin()).isEqualTo(CheckOrigin.AUTO_START);
			assertThat(update.getApplicationId()).isEqualTo("application-1");
			assertThat(update.getCandidateId()).isEqualTo(PERSON);
			assertThat(update.getAssessmentTypeId()).isNotNull();
		});
	}

	@Test
	void tellsHowAnOpenCheckStandsThatARecruiterTakesOver() {
		UUID connectionId = connect();
		ask(connectionId, RequestOrigin.AUTO_START);
		work(this.assessmentId, PlaceOrder.KIND);

		ask(connectionId, RequestOrigin.RECRUITER);
		ask(connectionId, RequestOrigin.RECRUITER);

		assertThat(updates(this.assessmentId)).hasSize(3);
		VerificationUpdated last = updates(this.assessmentId).getLast();
		assertThat(last.getOrigin()).isEqualTo(CheckOrigin.RECRUITER);
		assertThat(last.getState()).isEqualTo(VerificationState.INVITED);
		assertThat(last.getStartRepeated()).isFalse();
		assertThat(this.provider.placed).hasSize(1);
	}

	@Test
	void isNotGivenBackByALateRepetitionOfTheRule() {
		UUID connectionId = connect();
		ask(connectionId, RequestOrigin.AUTO_START);
		ask(connectionId, RequestOrigin.RECRUITER);

		ask(connectionId, RequestOrigin.AUTO_START);

		assertThat(this.store.get(this.assessmentId).origin()).isEqualTo(Origin.RECRUITER);
		assertThat(updates(this.assessmentId)).hasSize(2);
	}

	@Test
	void ofACheckThatHasEndedTellsItsEnd() {
		UUID connectionId = connect();
		ask(connectionId, RequestOrigin.AUTO_START);
		work(this.assessmentId, PlaceOrder.KIND);
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.COMPLETED_CLEAR, Result.CLEAR)));
		work(this.assessmentId, Refresh.KIND);

		ask(connectionId, RequestOrigin.RECRUITER);

		VerificationUpdated last = updates(this.assessmentId).getLast();
		assertThat(last.getOrigin()).isEqualTo(CheckOrigin.RECRUITER);
		assertThat(last.getState()).isEqualTo(VerificationState.COMPLETED_CLEAR);
		assertThat(last.getStartRepeated()).isTrue();
	}

	private void ask(UUID connectionId, RequestOrigin origin) {
		this.listener.on(VerificationRequested
			.newBuilder(requested(UUID.randomUUID(), this.assessmentId, connectionId, PERSON, PHONE))
			.setOrigin(origin)
			.build());
	}

}
