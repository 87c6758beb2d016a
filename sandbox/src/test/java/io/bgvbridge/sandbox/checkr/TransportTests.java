package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.http.Hold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every call: login, rate limit, idempotency keys. */
class TransportTests {

	private final Account account = new Account();

	private final String body = Account.INVITATION.formatted(this.account.candidate());

	@AfterEach
	void close() {
		this.account.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer sandbox-checkr-key", "Basic c2FuZGJveC1jaGVja3Ita2V5Ong=" })
	void answers401ToOtherCredentials(String authorization) {
		Caller.Reply reply = this.account.caller.as(authorization).post("/v1/invitations", this.body);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("error").asString()).isEqualTo("Bad authentication error");
		assertThat(this.account.vendor.invitations()).isEmpty();
	}

	@Test
	void letsKeysRotate() {
		this.account.vendor.addKey("next");
		this.account.vendor.revokeKey(CheckrSimulator.API_KEY);
		assertThat(this.account.get("/packages").status()).isEqualTo(401);
		assertThat(this.account.caller.as(Caller.basic("next:")).get("/v1/packages").status()).isEqualTo(200);
	}

	@Test
	void countsCallsDownOnEveryAnswer() {
		this.account.vendor.rateLimit(3, Duration.ofMinutes(1));
		assertThat(this.account.get("/packages").header("X-Ratelimit-Remaining")).isEqualTo("2");
		assertThat(this.account.get("/reports/none").header("X-Ratelimit-Remaining")).isEqualTo("1");
		Caller.Reply last = this.account.caller.as("").get("/v1/packages");
		assertThat(last.header("X-Ratelimit-Remaining")).isEqualTo("0");
		assertThat(last.header("X-Ratelimit-Limit")).isEqualTo("3");
		Caller.Reply refused = this.account.post("/invitations", this.body);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(Long.parseLong(refused.header("X-Ratelimit-Reset"))).isBetween(Instant.now().getEpochSecond(),
				Instant.now().getEpochSecond() + 61);
		assertThat(this.account.vendor.invitations()).isEmpty();
	}

	@Test
	void beginsANewWindow() {
		this.account.vendor.rateLimit(1, Duration.ofMillis(200));
		this.account.get("/packages");
		Caller.await(() -> this.account.get("/packages").status() == 200);
	}

	@Test
	void repeatsTheAnswerOfAKey() {
		String key = UUID.randomUUID().toString();
		Caller.Reply first = this.account.post("/invitations", this.body, key);
		Caller.Reply again = this.account.post("/invitations", this.body, key);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.text()).isEqualTo(first.text());
		assertThat(this.account.vendor.invitations()).hasSize(1);
		assertThat(this.account.post("/invitations", this.body, UUID.randomUUID().toString()).text())
			.isNotEqualTo(first.text());
	}

	@Test
	void repeatsAnAnswerThatGotLost() {
		String key = UUID.randomUUID().toString();
		this.account.server.faults()
			.add(Fault.of("checkr", FaultKind.ERROR_AFTER_COMMIT).on("invitations").withStatus(500));
		Caller.Reply lost = this.account.post("/invitations", this.body, key);
		assertThat(lost.status()).isEqualTo(500);
		assertThat(lost.header("X-Ratelimit-Remaining")).isNotEmpty();
		assertThat(this.account.post("/invitations", this.body, key).status()).isEqualTo(201);
		assertThat(this.account.vendor.invitations()).hasSize(1);
	}

	@Test
	void refusesAKeyOfAnotherRequest() {
		String key = UUID.randomUUID().toString();
		this.account.post("/invitations", this.body, key);
		assertThat(this.account.post("/invitations", this.body.replace("ENG", "SALES"), key).status()).isEqualTo(400);
		assertThat(this.account.post("/candidates", this.body, key).status()).isEqualTo(400);
		assertThat(this.account.vendor.invitations()).hasSize(1);
	}

	@Test
	void forgetsWhatWasRefused() {
		String key = UUID.randomUUID().toString();
		assertThat(this.account.post("/invitations", "{}", key).status()).isEqualTo(400);
		assertThat(this.account.post("/invitations", this.body, key).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "order-1", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", "6ba7b810-9dad-11d1-80b4-00c04fd430c8" })
	void refusesKeysThatAreNotRandomUuids(String key) {
		assertThat(this.account.post("/invitations", this.body, key).status()).isEqualTo(400);
		assertThat(this.account.vendor.invitations()).isEmpty();
	}

	@Test
	void answers409WhileTheFirstStillRuns() throws Exception {
		String key = UUID.randomUUID().toString();
		try (Hold hold = this.account.vendor.holdAfterCommit()) {
			CompletableFuture<Caller.Reply> first = CompletableFuture
				.supplyAsync(() -> this.account.post("/invitations", this.body, key));
			assertThat(hold.awaitReached(Duration.ofSeconds(10))).isTrue();
			assertThat(this.account.post("/invitations", this.body, key).status()).isEqualTo(409);
			assertThat(this.account.vendor.invitations()).hasSize(1);
			hold.release();
			assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
		}
		assertThat(this.account.post("/invitations", this.body, key).status()).isEqualTo(201);
		assertThat(this.account.vendor.invitations()).hasSize(1);
	}

}
