package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionTests {

	private final Connection made = made();

	@ParameterizedTest
	@CsvSource({ "TESTING, REACHABLE, LIVE, 2", "TESTING, UNAUTHORIZED, FAILED, 2", "TESTING, REJECTED, FAILED, 2",
			"TESTING, UNINTELLIGIBLE, FAILED, 2", "TESTING, UNREACHABLE, TESTING, 1", "LIVE, REACHABLE, LIVE, 1",
			"LIVE, UNAUTHORIZED, FAILED, 2", "LIVE, UNREACHABLE, LIVE, 1", "FAILED, REACHABLE, LIVE, 2",
			"FAILED, UNREACHABLE, FAILED, 1", "DISABLED, REACHABLE, DISABLED, 1", "DRAINING, UNAUTHORIZED, DRAINING, 1",
			"DELETED, UNAUTHORIZED, DELETED, 1" })
	void followsEachSideOnceTheOtherWorks(Status before, Observation observation, Status after, long version) {
		Seen works = new Seen(1, Observation.REACHABLE, null);
		Seen other = (before == Status.FAILED) ? new Seen(1, Observation.REJECTED, null)
				: (before == Status.TESTING) ? Seen.NOTHING : works;
		for (Connection present : List.of(in(before, works, other), in(before, other, works))) {
			Side side = (present.ashby() == works) ? Side.PROVIDER : Side.ASHBY;
			Connection next = present.after(observed(side, 1, observation));
			assertThat(next.status()).as(side.name()).isEqualTo(after);
			assertThat(next.version()).isEqualTo(version);
		}
	}

	@Test
	void isNotLiveBeforeBothSidesWork() {
		Connection half = this.made.after(observed(Side.PROVIDER, 1, Observation.REACHABLE));
		assertThat(half.status()).isEqualTo(Status.TESTING);
		assertThat(half.after(observed(Side.ASHBY, 1, Observation.REACHABLE)).status()).isEqualTo(Status.LIVE);
		assertThat(half.after(observed(Side.ASHBY, 1, Observation.UNAUTHORIZED)).status()).isEqualTo(Status.FAILED);
	}

	@Test
	void staysLiveIfItWasLiveBeforeItsAshbySideWasEverSeen() {
		Connection older = in(Status.LIVE, Seen.NOTHING, new Seen(1, Observation.REACHABLE, null));
		assertThat(older.after(observed(Side.PROVIDER, 1, Observation.REACHABLE)).status()).isEqualTo(Status.LIVE);
		assertThat(older.disabled().enabled().status()).isEqualTo(Status.TESTING);
	}

	@Test
	void ignoresWhatWasSeenOfOlderCredentials() {
		assertThat(this.made.after(observed(Side.PROVIDER, 0, Observation.UNAUTHORIZED))).isEqualTo(this.made);
		assertThat(this.made.after(observed(Side.ASHBY, 0, Observation.UNAUTHORIZED))).isEqualTo(this.made);
	}

	@Test
	void saysWhatToMendUntilItIsMended() {
		Connection refused = this.made.after(observed(Side.PROVIDER, 1, Observation.UNAUTHORIZED))
			.after(observed(Side.ASHBY, 1, Observation.UNAUTHORIZED));
		assertThat(refused.problem()).contains("SpringVerify refused the API token");
		Connection half = refused.after(observed(Side.PROVIDER, 1, Observation.REACHABLE));
		assertThat(half.problem()).contains("Ashby refused the API key");
		assertThat(half.after(observed(Side.ASHBY, 1, Observation.REACHABLE)).problem()).isNull();
	}

	@Test
	void keepsTheMoreExactWordsWhenTheSameIsSeenAgain() {
		Connection exact = this.made.after(new Observed(UUID.randomUUID(), this.made.connectionId(), Side.ASHBY, 1,
				Observation.UNAUTHORIZED, UUID.randomUUID(), AshbyWords.lacks(List.of(AshbyScope.WRITE))));
		Connection again = exact.after(observed(Side.ASHBY, 1, Observation.UNAUTHORIZED));
		assertThat(again.problem()).contains("'Candidates: write'");
		assertThat(again.after(observed(Side.ASHBY, 1, Observation.REACHABLE)).problem()).isNull();
	}

	@Test
	void startsNothingWhileItEnds() {
		Connection ending = in(Status.LIVE, Seen.NOTHING, Seen.NOTHING).draining();
		assertThat(ending.takesOrders()).isFalse();
		assertThat(ending.isEnding()).isTrue();
		assertThat(ending.draining()).isSameAs(ending);
		assertThat(ending.disabled()).isSameAs(ending);
		assertThat(ending.deleted().version()).isEqualTo(ending.version() + 1);
	}

	private static Connection made() {
		URI address = URI.create("https://localhost");
		Credentials credentials = new Credentials(new Credentials.Ashby(address, "a"),
				new Credentials.Provider(address, "p", Map.of()));
		return Connection.made(UUID.randomUUID(),
				new Connect("Acme", Provider.SPRINGVERIFY, credentials, null, null, Setup.NONE));
	}

	private Connection in(Status status, Seen ashby, Seen account) {
		return new Connection(this.made.connectionId(), "Acme", status, Provider.SPRINGVERIFY, 1, ashby, account,
				Setup.NONE);
	}

	private Observed observed(Side side, long version, Observation observation) {
		return new Observed(UUID.randomUUID(), this.made.connectionId(), side, version, observation, null, null);
	}

}
