package io.bgvbridge.verification;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.report.ReportLinks;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Erasures that operators or time ask for.
 */
class ErasureTests extends OrderingFixture {

	@Autowired
	private OperationListener operations;

	@Autowired
	private ReportLinks links;

	@Autowired
	private EarlyCallbacks early;

	@Test
	void nothingPersonalIsLeftOfACheck() {
		UUID connectionId = connect();
		UUID assessmentId = completed(connectionId, "gone");
		this.links.keep(assessmentId, URI.create("https://reports.example/planted"));
		this.early.keep(UUID.randomUUID(), connectionId, "ref-1", new byte[1]);
		this.early.keep(UUID.randomUUID(), connectionId, "ref-2", new byte[1]);

		eraseCheck(assessmentId);

		assertThat(updates(assessmentId)).last().satisfies((update) -> {
			assertThat(update.getErased()).isTrue();
			assertThat(update.getState()).isEqualTo(VerificationState.COMPLETED_CLEAR);
			assertThat(update.getSealed()).isNull();
		});
		assertThat(this.jdbc.sql("""
				select count(*) from verification where sealed_candidate is not null or sealed_words is not null
					or sealed_report_link is not null
				""").query(Integer.class).single()).isZero();
		assertThat(this.jdbc.sql("select reference from early_callback").query(String.class).list())
			.containsExactly("ref-2");
	}

	@Test
	void theErasureOfACheckLeavesItsCandidateAndProviderAlone() {
		UUID connectionId = connect();
		UUID assessmentId = completed(connectionId, "stays");
		UUID other = request(connectionId, "stays");

		eraseCheck(assessmentId);

		assertThat(isWanted(assessmentId, ErasePerson.KIND)).isFalse();
		assertThat(this.store.get(other).sealedCandidate()).isNotNull();
		assertThat(states(request(connectionId, "stays"))).containsExactly(VerificationState.REQUESTED);
	}

	@Test
	void aCheckIsErasedOnce() {
		UUID assessmentId = completed(connect(), "gone");
		eraseCheck(assessmentId);
		long revision = this.store.get(assessmentId).revision();

		eraseCheck(assessmentId);

		assertThat(this.store.get(assessmentId).revision()).isEqualTo(revision);
	}

	@Test
	void anOpenCheckIsNotErased() {
		UUID assessmentId = request(connect());

		eraseCheck(assessmentId);

		assertThat(this.store.get(assessmentId).sealedCandidate()).isNotNull();
		assertThat(updates(assessmentId)).hasSize(1);
	}

	@Test
	void aCheckThatIsNotKnownIsPassedOver() {
		UUID unknown = UUID.randomUUID();

		eraseCheck(unknown);

		assertThat(updates(unknown)).isEmpty();
	}

	@Test
	void aCandidateIsErasedWithAllChecks() {
		UUID connectionId = connect();
		UUID open = request(connectionId, "gone");
		UUID ended = completed(connectionId, "gone");
		UUID bystander = request(connectionId, "other");

		eraseCandidate(connectionId, ended, "gone");

		assertThat(updates(open).getLast().getReason()).isEqualTo(UpdateReason.CANDIDATE_ERASED);
		assertThat(updates(ended).getLast().getErased()).isTrue();
		assertThat(updates(bystander)).hasSize(1);
		assertThat(isWanted(ended, ErasePerson.KIND)).isTrue();
	}

	@Test
	void aCandidateIsErasedBeforeTheRequestIsHere() {
		UUID connectionId = connect();
		eraseCandidate(connectionId, UUID.randomUUID(), "gone");

		UUID late = request(connectionId, "gone");

		assertThat(updates(late)).singleElement().satisfies((update) -> assertThat(update.getErased()).isTrue());
	}

	@Test
	void aMergedCandidateIsErasedWithTheSurvivor() {
		UUID connectionId = connect();
		UUID merged = request(connectionId, "old");
		UUID survivors = request(connectionId, "new");
		mergeCandidate(connectionId, "old", "new");

		eraseCandidate(connectionId, merged, "old");

		assertThat(List.of(merged, survivors))
			.allSatisfy((check) -> assertThat(this.store.get(check).erased()).isTrue());
		assertThat(updates(request(connectionId, "new")).getFirst().getErased()).isTrue();
	}

	/** Ashby deletes a candidate whom it merged, and keeps the other. */
	@Test
	void aCandidateWhomAshbyDeletedAfterAMergeLeavesTheSurvivor() {
		UUID connectionId = connect();
		UUID survivors = request(connectionId, "new");
		mergeCandidate(connectionId, "old", "new");

		deleteCandidate(connectionId, "old");

		assertThat(this.store.get(survivors).erased()).isFalse();
	}

	@Test
	void aCandidateIsErasedOnce() {
		UUID connectionId = connect();
		UUID assessmentId = completed(connectionId, "gone");
		eraseCandidate(connectionId, assessmentId, "gone");
		long revision = this.store.get(assessmentId).revision();

		eraseCandidate(connectionId, assessmentId, "gone");

		assertThat(this.store.get(assessmentId).revision()).isEqualTo(revision);
	}

	@Test
	void anErasureThatNamesNobodyIsPassedOver() {
		UUID connectionId = connect();
		UUID assessmentId = completed(connectionId, "stays");

		eraseCandidate(connectionId, assessmentId, null);

		assertThat(this.store.get(assessmentId).erased()).isFalse();
	}

	private UUID completed(UUID connectionId, String candidateId) {
		UUID assessmentId = request(connectionId, candidateId);
		this.provider.places(() -> new io.bgvbridge.verification.provider.Placement.Placed("ref-1", List.of()));
		work(assessmentId, PlaceOrder.KIND);
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.COMPLETED_CLEAR, Result.CLEAR)));
		work(assessmentId, Refresh.KIND);
		return assessmentId;
	}

	private void eraseCheck(UUID assessmentId) {
		this.operations.on(operation(UUID.randomUUID(), assessmentId, Operation.ERASE_CHECK, null));
	}

	private void eraseCandidate(UUID connectionId, UUID assessmentId, @Nullable String candidateId) {
		this.operations.on(operation(connectionId, assessmentId, Operation.ERASE_CANDIDATE, candidateId));
	}

	private static OperationRequested operation(UUID connectionId, UUID assessmentId, Operation operation,
			@Nullable String candidateId) {
		return OperationRequested.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setAssessmentId(assessmentId)
			.setOperation(operation)
			.setCandidateId(candidateId)
			.build();
	}

}
