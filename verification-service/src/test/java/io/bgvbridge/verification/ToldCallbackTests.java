package io.bgvbridge.verification;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.provider.Told;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callbacks of a provider that signs them and cannot be asked.
 */
class ToldCallbackTests extends OrderingFixture {

	private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

	private static final Progress REVIEW = Progress.of(State.COMPLETED_REVIEW, Result.NEEDS_REVIEW);

	private static final Progress FAILED = Progress.of(State.COMPLETED_REVIEW, Result.FAILED_SEE_REPORT);

	private UUID connectionId;

	@BeforeEach
	void cannotBeAsked() {
		this.provider.offers(Capability.SIGNED_CALLBACKS);
		this.connectionId = connect();
	}

	@Test
	void moveTheVerificationWithoutACall() {
		UUID assessmentId = ordered(this.connectionId, "ref-1");

		tell("ref-1", "", REVIEW, NOON);

		assertThat(this.store.get(assessmentId).progress()).isEqualTo(REVIEW);
		assertThat(this.provider.read).isEmpty();
	}

	@Test
	void mayNameTheOrderByAnotherOfItsIds() {
		UUID assessmentId = request(this.connectionId);
		this.provider.places(() -> new Placement.Placed("ref-1", List.of("remote-1")));
		work(assessmentId, PlaceOrder.KIND);

		tell("remote-1", "", REVIEW, NOON);

		assertThat(this.store.get(assessmentId).progress()).isEqualTo(REVIEW);
	}

	@Test
	void ofBeforeMoveNothingBack() {
		UUID assessmentId = ordered(this.connectionId, "ref-1");
		tell("ref-1", "", REVIEW, NOON);

		tell("ref-1", "", FAILED, NOON.minusSeconds(1));
		assertThat(this.store.get(assessmentId).progress()).isEqualTo(REVIEW);

		tell("ref-1", "", FAILED, NOON.plusSeconds(1));
		assertThat(this.store.get(assessmentId).progress()).isEqualTo(FAILED);
	}

	@Test
	void thatAreRepeatedCountOnce() {
		UUID assessmentId = ordered(this.connectionId, "ref-1");
		UUID eventId = UUID.randomUUID();
		this.provider.tells(told(REVIEW, null));
		callBack(eventId, this.connectionId, "ref-1", "");
		tell("ref-1", "", FAILED, null);

		this.provider.tells(told(REVIEW, null));
		callBack(eventId, this.connectionId, "ref-1", "");

		assertThat(this.store.get(assessmentId).progress()).isEqualTo(FAILED);
	}

	@Test
	void thatComeBeforeTheOrderIsKnownAreKept() {
		UUID assessmentId = request(this.connectionId);
		tell("ref-1", "", Progress.of(State.IN_PROGRESS), NOON);
		tell("ref-1", "", REVIEW, NOON.plusSeconds(1));
		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.REQUESTED);

		this.provider.places(() -> new Placement.Placed("ref-1", List.of()));
		work(assessmentId, PlaceOrder.KIND);
		work(assessmentId, Refresh.KIND);

		assertThat(this.store.get(assessmentId).progress()).isEqualTo(REVIEW);
		assertThat(this.jdbc.sql("select count(*) from early_callback").query(Integer.class).single()).isZero();
	}

	@Test
	void thatBearOurIdAnswerAnUnknownOutcome() {
		UUID assessmentId = loseTheAnswer();
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PARKED);
		assertThat(reports(assessmentId)).last()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.OUTCOME_UNKNOWN));

		tell("ref-9", assessmentId.toString(), REVIEW, NOON);

		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PLACED);
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ref-9");
		assertThat(this.store.get(assessmentId).progress()).isEqualTo(REVIEW);
	}

	@Test
	void ofAnOrderThatWasGivenUpSayNothingOfTheNext() {
		UUID assessmentId = ordered(this.connectionId, "ref-2");

		tell("ref-1", assessmentId.toString(), REVIEW, NOON);

		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.INVITED);
		assertThat(this.log.text()).contains("callback.another-order");
	}

	@Test
	void ofAnotherConnectionsOrderSayNothing() {
		UUID assessmentId = ordered(this.connectionId, "ref-1");
		UUID other = connect("https://elsewhere.example", "https://ashby.example");
		this.provider.tells(told(REVIEW, NOON));

		callBack(UUID.randomUUID(), other, "", assessmentId.toString());

		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.INVITED);
	}

	@Test
	void ofAStatusThatIsNotKnownAreToldToOperators() {
		UUID assessmentId = ordered(this.connectionId, "ref-1");
		this.provider.tells(new Told(new Snapshot.Unknown("unmapped_value"), NOON, null));

		callBack(UUID.randomUUID(), this.connectionId, "ref-1", "");

		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.INVITED);
		assertThat(reports(assessmentId)).singleElement()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.UNKNOWN_STATUS));
	}

	@Test
	void keepTheReportsAddressSealed() {
		UUID assessmentId = ordered(this.connectionId, "ref-1");
		this.provider.tells(new Told(new Snapshot.Known(REVIEW), NOON, URI.create("https://reports.example/secret")));

		callBack(UUID.randomUUID(), this.connectionId, "ref-1", "");

		String kept = this.jdbc
			.sql("select encode(sealed_report_link, 'escape') from verification where assessment_id = ?")
			.param(assessmentId)
			.query(String.class)
			.single();
		assertThat(kept).isNotEmpty().doesNotContain("reports.example");
		deleteCandidate(this.connectionId, this.store.get(assessmentId).candidateId());
		assertThat(this.jdbc.sql("select count(sealed_report_link) from verification").query(Integer.class).single())
			.isZero();
	}

	@Test
	void ofAProviderThatCanBeAskedAreNotBelieved() {
		UUID assessmentId = ordered(this.connectionId, "ref-1");
		this.provider.offers(Capability.SIGNED_CALLBACKS, Capability.READ);

		tell("ref-1", "", REVIEW, NOON);

		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.INVITED);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	private UUID loseTheAnswer() {
		UUID assessmentId = request(this.connectionId);
		this.provider.places(() -> {
			throw new Unavailable("no answer", Sent.PERHAPS, null, null);
		});
		work(assessmentId, PlaceOrder.KIND);
		return assessmentId;
	}

	private void tell(String reference, String assessmentId, Progress progress, @Nullable Instant at) {
		this.provider.tells(told(progress, at));
		callBack(UUID.randomUUID(), this.connectionId, reference, assessmentId);
	}

	private static Told told(Progress progress, @Nullable Instant at) {
		return new Told(new Snapshot.Known(progress), at, null);
	}

}
