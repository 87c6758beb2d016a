package io.bgvbridge.gateway.connection;

import java.net.URI;
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
			"LIVE, REACHABLE, LIVE, 1", "LIVE, UNAUTHORIZED, FAILED, 2", "FAILED, REACHABLE, LIVE, 2",
			"DISABLED, REACHABLE, DISABLED, 1", "DELETED, UNAUTHORIZED, DELETED, 1" })
	void followsItsProvider(Status before, Observation observation, Status after, long version) {
		Connection next = in(before).after(observed(Side.PROVIDER, 1, observation));
		assertThat(next.status()).isEqualTo(after);
		assertThat(next.version()).isEqualTo(version);
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

	private static Connection made() {
		URI address = URI.create("https://localhost");
		Credentials credentials = new Credentials(new Credentials.Ashby(address, "a"),
				new Credentials.Provider(address, "p", Map.of()));
		return Connection.made(UUID.randomUUID(),
				new Connect("Acme", Provider.SPRINGVERIFY, credentials, null, null, Setup.NONE));
	}

	private Connection in(Status status) {
		return new Connection(this.made.connectionId(), "Acme", status, Provider.SPRINGVERIFY, 1, Seen.NOTHING,
				Seen.NOTHING, Setup.NONE);
	}

	private Observed observed(Side side, long version, Observation observation) {
		return new Observed(UUID.randomUUID(), this.made.connectionId(), side, version, observation);
	}

}
