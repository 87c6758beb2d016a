package io.bgvbridge.verification.checkr;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.work.Budget;
import io.bgvbridge.messaging.work.Budgets;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.StubVendor.Reply;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class RateLimitTests {

	private static EmbeddedPostgres server;

	private final JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());

	private final CheckrVendor vendor = new CheckrVendor();

	private final ProviderAccess access = this.vendor.access();

	private final Checkr checkr = adapter();

	private Checkr adapter() {
		JsonMapper json = JsonMapper.builder().build();
		return new Checkr(
				new CheckrClient(new VendorHttp(Duration.ofSeconds(10)), json, new RateLimit(new Budgets(this.jdbc))),
				json, new CheckrProperties(null));
	}

	@BeforeAll
	static void startDatabase() throws IOException {
		server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
		Flyway.configure()
			.dataSource(server.getPostgresDatabase())
			.locations("classpath:db/messaging")
			.load()
			.migrate();
	}

	@AfterAll
	static void stopDatabase() throws IOException {
		server.close();
	}

	@BeforeEach
	void hasABudget() {
		new Budgets(this.jdbc)
			.set(new Budget(this.access.connectionId(), "provider", true, 1, 4, Duration.ofMillis(50)));
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void leavesAnAccountAloneThatHasNoCallsLeft() {
		answers(200, "0", Instant.now().plusSeconds(30));
		this.checkr.catalogue(this.access);
		assertThat(pause()).isBetween(25.0, 31.0);
	}

	@Test
	void goesOnWhileCallsAreLeft() {
		answers(200, "1", Instant.now().plusSeconds(30));
		this.checkr.catalogue(this.access);
		assertThat(pause()).isNegative();
	}

	@Test
	void tellsARefusedCallWhenToComeAgain() {
		answers(429, "0", Instant.now().plusSeconds(30));
		assertThat(catchThrowable(() -> this.checkr.catalogue(this.access))).isInstanceOfSatisfying(Throttled.class,
				(failure) -> assertThat(failure.retryAfter()).isBetween(Duration.ofSeconds(25),
						Duration.ofSeconds(31)));
		assertThat(pause()).isBetween(25.0, 31.0);
	}

	@ParameterizedTest
	@CsvSource({ "0, soon", "0, -5", "none, 1", "0, 999999999999999999999" })
	void doesNotWaitLongForWhatItCannotRead(String remaining, String reset) {
		this.vendor.answers((call) -> true, new Reply(200, "{\"data\":[]}",
				Map.of("X-Ratelimit-Remaining", remaining, "X-Ratelimit-Reset", reset)));
		this.checkr.catalogue(this.access);
		assertThat(pause()).isLessThan(2.0);
	}

	@Test
	void neverWaitsLongerThanMinutes() {
		answers(200, "0", Instant.now().plus(Duration.ofDays(30)));
		this.checkr.catalogue(this.access);
		assertThat(pause()).isBetween(290.0, 301.0);
	}

	private void answers(int status, String remaining, Instant reset) {
		this.vendor.answers((call) -> true, new Reply(status, "{\"data\":[]}", Map.of("X-Ratelimit-Remaining",
				remaining, "X-Ratelimit-Reset", Long.toString(reset.getEpochSecond()))));
	}

	/** Seconds from now. */
	private double pause() {
		UUID connection = this.access.connectionId();
		return this.jdbc.sql("select extract(epoch from next_free_at - now()) from work_budget where connection_id = ?")
			.param(connection)
			.query(Double.class)
			.single();
	}

}
