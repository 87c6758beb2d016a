package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.schemas.AshbyAction;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CandidateChangesTests extends OrderingFixture {

	@Test
	void aMergePublishesEveryCheckWithTheSurvivor() {
		UUID connectionId = connect();
		UUID merged = request(connectionId, "old");
		UUID bystander = request(connectionId, "other");
		UUID elsewhere = request(connect(), "old");

		mergeCandidate(connectionId, "old", "new");

		assertThat(updates(merged)).hasSize(2);
		assertThat(updates(merged).getLast().getCandidateId()).isEqualTo("new");
		assertThat(updates(merged).getLast().getRevision()).isEqualTo(2);
		assertThat(updates(bystander)).hasSize(1);
		assertThat(updates(elsewhere)).hasSize(1);
	}

	@Test
	void aMergeAppliesToRequestsThatStillNameTheOldOne() {
		UUID connectionId = connect();
		mergeCandidate(connectionId, "old", "newer");
		mergeCandidate(connectionId, "newer", "newest");

		UUID assessmentId = request(connectionId, "old");

		assertThat(updates(assessmentId).getFirst().getCandidateId()).isEqualTo("newest");
	}

	@Test
	void mergesThatCameTheWrongWayRoundLeadToTheLastSurvivor() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "old");
		mergeCandidate(connectionId, "newer", "newest");

		mergeCandidate(connectionId, "old", "newer");

		assertThat(updates(assessmentId).getLast().getCandidateId()).isEqualTo("newest");
		deleteCandidate(connectionId, "newest");
		assertThat(this.store.get(assessmentId).sealedCandidate()).isNull();
	}

	@Test
	void aRepeatedCallbackOfADeletedCandidateIsNoNews() {
		UUID connectionId = connect();
		UUID ended = request(connectionId, "gone");
		this.provider
			.places(() -> new io.bgvbridge.verification.provider.Placement.Placed("ref-1", java.util.List.of()));
		work(ended, PlaceOrder.KIND);
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.COMPLETED_CLEAR, Result.CLEAR)));
		work(ended, Refresh.KIND);
		this.jdbc.sql("update verification set package_name = 'Master'").update();
		deleteCandidate(connectionId, "gone");
		long revision = this.store.get(ended).revision();

		callBack(UUID.randomUUID(), connectionId, "ref-1", ended.toString());
		work(ended, Refresh.KIND);

		assertThat(this.store.get(ended).revision()).isEqualTo(revision);
	}

	@Test
	void aCancelThatComesBeforeTheRequestForADeletedCandidateTellsOfTheErasure() {
		UUID connectionId = connect();
		UUID assessmentId = UUID.randomUUID();
		deleteCandidate(connectionId, "gone");

		cancel(assessmentId, connectionId, "gone");

		assertThat(updates(assessmentId).getLast().getErased()).isTrue();
	}

	@Test
	void aRingOfMergesEnds() {
		UUID connectionId = connect();
		mergeCandidate(connectionId, "one", "two");
		mergeCandidate(connectionId, "two", "one");
		mergeCandidate(connectionId, "one", "one");

		assertThat(updates(request(connectionId, "one"))).hasSize(1);
	}

	@Test
	void aDeletedCandidatesChecksEndWithoutAnythingPersonal() {
		UUID connectionId = connect();
		UUID open = request(connectionId, "gone");
		this.provider
			.places(() -> new io.bgvbridge.verification.provider.Placement.Placed("ref-1", java.util.List.of()));
		work(open, PlaceOrder.KIND);

		deleteCandidate(connectionId, "gone");

		VerificationUpdated last = updates(open).getLast();
		assertThat(last.getState()).isEqualTo(VerificationState.CANCELLED);
		assertThat(last.getReason()).isEqualTo(UpdateReason.CANDIDATE_ERASED);
		assertThat(last.getErased()).isTrue();
		assertThat(last.getSealed()).isNull();
		assertThat(this.store.get(open).sealedCandidate()).isNull();
		work(open, CancelOrder.KIND);
		assertThat(this.provider.cancelled).containsExactly("ref-1");
	}

	@Test
	void aDeletedCandidatesResultStaysWithoutAnythingPersonal() {
		UUID connectionId = connect();
		UUID ended = request(connectionId, "gone");
		this.provider
			.places(() -> new io.bgvbridge.verification.provider.Placement.Placed("ref-1", java.util.List.of()));
		work(ended, PlaceOrder.KIND);
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.COMPLETED_CLEAR, Result.CLEAR)));
		work(ended, Refresh.KIND);

		deleteCandidate(connectionId, "gone");

		VerificationUpdated last = updates(ended).getLast();
		assertThat(last.getState()).isEqualTo(VerificationState.COMPLETED_CLEAR);
		assertThat(last.getErased()).isTrue();
		assertThat(this.store.get(ended).sealedCandidate()).isNull();
		assertThat(this.store.get(ended).sealedWords()).isNull();
	}

	@Test
	void aRequestForADeletedCandidateOrdersNothing() {
		UUID connectionId = connect();
		deleteCandidate(connectionId, "gone");

		UUID late = request(connectionId, "gone");
		UUID bystander = request(connectionId, "other");

		assertThat(updates(late)).singleElement().satisfies((update) -> {
			assertThat(update.getState()).isEqualTo(VerificationState.CANCELLED);
			assertThat(update.getReason()).isEqualTo(UpdateReason.CANDIDATE_ERASED);
			assertThat(update.getErased()).isTrue();
		});
		assertThat(this.store.get(late).sealedCandidate()).isNull();
		assertThat(isWanted(late, PlaceOrder.KIND)).isFalse();
		assertThat(isWanted(bystander, PlaceOrder.KIND)).isTrue();
	}

	@Test
	void aRequestForOneMergedIntoADeletedCandidateOrdersNothing() {
		UUID connectionId = connect();
		UUID open = request(connectionId, "old");
		deleteCandidate(connectionId, "new");

		mergeCandidate(connectionId, "old", "new");

		assertThat(updates(open).getLast().getErased()).isTrue();
		assertThat(updates(request(connectionId, "old")).getFirst().getErased()).isTrue();
	}

	@Test
	void theMarkOfADeletedCandidateDoesNotNameThem() {
		deleteCandidate(connect(), "gone");

		assertThat(this.jdbc.sql("select encode(candidate_hash, 'escape') from erased_candidate")
			.query(String.class)
			.single()).doesNotContain("gone");
	}

	@Test
	void anUnknownOutcomeOfADeletedCandidateIsAskedAbout() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "gone");
		dieWhileCalling(assessmentId);
		deleteCandidate(connectionId, "gone");

		work(assessmentId, PlaceOrder.KIND);

		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PARKED);
		assertThat(this.provider.placed).isEmpty();
	}

	@Test
	void aWebhookThatKafkaDeliversTwiceCountsOnce() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "old");
		AshbyWebhookReceived event = webhook(UUID.randomUUID(), connectionId, AshbyAction.CANDIDATE_MERGE, "old",
				"new");

		this.listener.on(event);
		this.listener.on(event);

		assertThat(updates(assessmentId)).hasSize(2);
	}

	@Test
	void whatStartedACheckIsNotTakenTwice() {
		UUID connectionId = connect();

		this.listener.on(webhook(UUID.randomUUID(), connectionId, AshbyAction.CANDIDATE_HIRE, "hired", null));

		assertThat(this.jdbc.sql("select count(*) from verification").query(Integer.class).single()).isZero();
	}

}
