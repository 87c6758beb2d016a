package io.bgvbridge.verification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Page;
import io.bgvbridge.verification.provider.Page.Listed;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReconcileTests extends OrderingFixture {

	private static final Progress AT_WORK = Progress.of(State.IN_PROGRESS);

	private static final Progress COMPLETED = Progress.of(State.COMPLETED_CLEAR, Result.COMPLETED);

	@Test
	void readsAnOrderAgainOfWhichTheListSaysSomethingNew() {
		UUID connectionId = connect();
		UUID assessmentId = known(connectionId, "ref-1");
		this.provider.pages((offset) -> page(true, new Listed("ref-1", "done", COMPLETED)));

		sweep(connectionId);

		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
		assertRests(connectionId);
	}

	@Test
	void readsNothingAgainThatIsKnown() {
		UUID connectionId = connect();
		UUID assessmentId = known(connectionId, "ref-1");
		this.provider.pages((offset) -> page(true, new Listed("ref-1", "at work", AT_WORK)));

		sweep(connectionId);
		sweep(connectionId);

		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
	}

	@Test
	void readsOnceWhatTheListDoesNotSaySurely() {
		UUID connectionId = connect();
		UUID assessmentId = known(connectionId, "ref-1");
		this.provider.pages((offset) -> page(true, new Listed("ref-1", "In Arbeit", null)));
		sweep(connectionId);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
		this.provider.reads(() -> new Snapshot.Known(AT_WORK));
		work(assessmentId, Refresh.KIND);

		sweep(connectionId);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();

		this.provider.pages((offset) -> page(true, new Listed("ref-1", "Fertig", null)));
		sweep(connectionId);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	@Test
	void goesOnToOlderPagesUntilEveryOpenOrderWasSeen() {
		UUID connectionId = connect();
		known(connectionId, "ref-1");
		UUID second = known(connectionId, "ref-2");
		Map<Integer, Page> pages = Map.of(0, page(false, other("a"), other("b")), 2,
				page(false, new Listed("ref-1", "at work", AT_WORK), other("c")), 4,
				page(false, new Listed("ref-2", "done", COMPLETED)), 5, page(false, other("d")));
		this.provider.pages(pages::get);

		for (int i = 0; i < 3; i++) {
			sweep(connectionId);
		}
		work(second, Refresh.KIND);
		sweep(connectionId);

		assertThat(this.provider.offsets).containsExactly(0, 2, 4);
		assertRests(connectionId);
	}

	@Test
	void beginsAnewTheNextTime() {
		UUID connectionId = connect();
		known(connectionId, "ref-1");
		this.provider.pages((offset) -> page(true, new Listed("ref-1", "at work", AT_WORK)));

		sweep(connectionId);
		sweep(connectionId);

		assertThat(this.provider.offsets).containsExactly(0, 0);
	}

	@Test
	void looksForNothingWhereNothingIsOpen() {
		UUID connectionId = connect();
		request(connectionId);

		sweep(connectionId);

		assertThat(this.provider.offsets).isEmpty();
		assertRests(connectionId);
	}

	@Test
	void doesNotLookForWhatWasStartedSinceItBegan() {
		UUID connectionId = connect();
		known(connectionId, "ref-1");
		this.provider.pages((offset) -> page(false, new Listed("ref-1", "at work", AT_WORK)));
		sweep(connectionId);
		known(connectionId, "ref-2");
		this.jdbc
			.sql("update verification set started_at = now() + interval '1 second' where provider_reference = 'ref-2'")
			.update();

		sweep(connectionId);

		assertThat(this.provider.offsets).hasSize(1);
		assertRests(connectionId);
	}

	@Test
	void goesOnWhereItWasWhenTheProviderWasAway() {
		UUID connectionId = connect();
		known(connectionId, "ref-1");
		this.provider.pages((offset) -> page(false, other("a")));
		sweep(connectionId);
		this.provider.pages((offset) -> {
			throw new Unavailable("503", Sent.PERHAPS, null, null);
		});
		sweep(connectionId);
		this.provider.pages((offset) -> page(true, new Listed("ref-1", "at work", AT_WORK)));

		sweep(connectionId);

		assertThat(this.provider.offsets).containsExactly(0, 1, 1);
	}

	@Test
	void restsWhereTheProviderRefusesToList() {
		UUID connectionId = connect();
		known(connectionId, "ref-1");
		this.provider.pages((offset) -> {
			throw new Rejected("404", EMAIL);
		});

		sweep(connectionId);

		assertRests(connectionId);
		assertThat(this.log.text()).contains("reconcile.failed");
	}

	@Test
	void movesNothingOfAnotherConnection() {
		UUID elsewhere = known(connect("https://elsewhere.example", "https://ashby.example"), "ref-1");
		UUID connectionId = connect();
		known(connectionId, "ref-2");
		this.provider.pages((offset) -> page(true, new Listed("ref-1", "done", COMPLETED)));

		sweep(connectionId);

		assertThat(isWanted(elsewhere, Refresh.KIND)).isFalse();
	}

	private UUID known(UUID connectionId, String reference) {
		UUID assessmentId = ordered(connectionId, reference);
		this.provider.reads(() -> new Snapshot.Known(AT_WORK));
		work(assessmentId, Refresh.KIND);
		return assessmentId;
	}

	private void sweep(UUID connectionId) {
		work(connectionId, Connections.RECONCILE);
	}

	private void assertRests(UUID connectionId) {
		assertThat(wait(connectionId, Connections.RECONCILE)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
		assertThat(this.jdbc.sql("select count(*) from sweep").query(Integer.class).single()).isZero();
	}

	private static Listed other(String reference) {
		return new Listed(reference, "done", COMPLETED);
	}

	private static Page page(boolean last, Listed... orders) {
		return new Page(List.of(orders), orders.length, last);
	}

}
