package io.bgvbridge.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTests {

	private static final String ADD = "/springverify/external/v1/candidate/add";

	private static final String ORDER = """
			{"candidate":{"name":"Asha Rao","email":"asha.rao@example.com","phone":"9876543210","invite":true},
			"package":{"package_id":12,"subtype_id":34}}""";

	private final SpringVerifySimulator vendor = new SpringVerifySimulator();

	private final SandboxServer server = SandboxServer.start(0, new AshbySimulator(), this.vendor);

	private final Caller caller = new Caller(URI.create("http://localhost:" + this.server.port()),
			"Bearer " + SpringVerifySimulator.API_TOKEN);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void answersStatusOnceWithoutEffect() {
		this.caller.post("/faults", """
				{"vendor":"springverify","operation":"candidate/add","kind":"status","status":429,
				"retryAfterSeconds":2,"body":"{\\"msg\\":\\"slow down\\"}"}""");
		Caller.Reply reply = this.caller.post(ADD, ORDER);
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.header("Retry-After")).isEqualTo("2");
		assertThat(reply.json().path("msg").asString()).isEqualTo("slow down");
		assertThat(this.vendor.candidateCount()).isZero();
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(200);
	}

	@Test
	void strikesOnlyItsOperation() {
		this.server.faults().add(Fault.of("springverify", FaultKind.STATUS).on("candidate/details"));
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(200);
		assertThat(this.caller.get("/springverify/external/v1/candidate/details?limit=1&offset=0").status())
			.isEqualTo(500);
	}

	@Test
	void strikesEveryOperationButNoScreenUntilDeleted() {
		this.server.faults().add(Fault.of("springverify", FaultKind.STATUS).withStatus(503).times(-1));
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(503);
		assertThat(this.caller.get("/springverify/external/v1/candidate/packages").status()).isEqualTo(503);
		assertThat(this.caller.get("/springverify/ui/candidates").status()).isEqualTo(200);
		this.caller.delete("/faults");
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(200);
	}

	@Test
	void countsDown() {
		this.server.faults().add(Fault.of("springverify", FaultKind.STATUS).times(2));
		this.caller.post(ADD, ORDER);
		assertThat(this.caller.get("/faults").json()).singleElement()
			.satisfies((fault) -> assertThat(fault.path("times").asInt()).isEqualTo(1))
			.satisfies((fault) -> assertThat(fault.path("kind").asString()).isEqualTo("status"));
		this.caller.post(ADD, ORDER);
		assertThat(this.caller.get("/faults").json()).isEmpty();
	}

	@Test
	void delaysBeforeTheEffect() {
		this.server.faults().add(Fault.of("springverify", FaultKind.DELAY).withDelay(Duration.ofMillis(300)));
		Instant start = Instant.now();
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(200);
		assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(290));
	}

	@Test
	void timesOutAfterCommit() {
		this.server.faults()
			.add(Fault.of("springverify", FaultKind.TIMEOUT_AFTER_COMMIT).withDelay(Duration.ofSeconds(60)));
		HttpRequest.Builder request = this.caller.json(ADD, ORDER).timeout(Duration.ofMillis(500));
		assertThatThrownBy(() -> this.caller.send(request)).isInstanceOf(UncheckedIOException.class)
			.hasCauseInstanceOf(HttpTimeoutException.class);
		assertThat(this.vendor.candidateCount()).isEqualTo(1);
		assertThat(this.server.calls().list()).singleElement()
			.satisfies((call) -> assertThat(call.fault()).isEqualTo("timeout-after-commit"))
			.satisfies((call) -> assertThat(call.status()).isEqualTo(200));
	}

	@ParameterizedTest
	@CsvSource({ "reset-before,0", "reset-after-commit,1" })
	void closesTheConnection(String kind, int candidates) {
		this.caller.post("/faults", "{\"vendor\":\"springverify\",\"kind\":\"" + kind + "\"}");
		assertThatThrownBy(() -> this.caller.post(ADD, ORDER)).isInstanceOf(UncheckedIOException.class)
			.cause()
			.isInstanceOf(IOException.class)
			.isNotInstanceOf(HttpTimeoutException.class);
		assertThat(this.vendor.candidateCount()).isEqualTo(candidates);
		assertThat(this.server.calls().list()).singleElement().extracting(Call::status).isEqualTo(0);
	}

	@Test
	void answersErrorAfterCommit() {
		this.server.faults().add(Fault.of("springverify", FaultKind.ERROR_AFTER_COMMIT).withStatus(502));
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(502);
		assertThat(this.vendor.candidateCount()).isEqualTo(1);
	}

	@Test
	void answersSuccessFalseWithoutEffect() {
		this.server.faults().add(Fault.of("ashby", FaultKind.SUCCESS_FALSE).on("assessment.update"));
		Caller.Reply reply = this.caller.post("/ashby/assessment.update", "{}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().path("success").asBoolean(true)).isFalse();
		assertThat(reply.json().path("errorInfo").path("code").asString()).isEqualTo("internal_error");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"vendor\":\"springverify\",\"kind\":\"explode\"}",
			"{\"vendor\":\"other\",\"kind\":\"status\"}", "{\"kind\":\"status\"}", "{\"vendor\":\"ashby\"}",
			"{\"vendor\":\"ashby\",\"kind\":\"status\",\"colour\":\"red\"}",
			"{\"vendor\":\"ashby\",\"kind\":\"status\",\"operation\":\"ui/start\"}",
			"{\"vendor\":\"ashby\",\"kind\":\"status\",\"operation\":\"candidate/add\"}",
			"{\"vendor\":\"ashby\",\"kind\":\"status\",\"status\":\"500\"}",
			"{\"vendor\":\"ashby\",\"kind\":\"status\",\"status\":99}",
			"{\"vendor\":\"ashby\",\"kind\":\"status\",\"times\":0}", "{\"vendor\":\"ashby\",\"kind\":\"delay\"}",
			"{\"vendor\":\"ashby\",\"kind\":\"delay\",\"delayMs\":600001}", "[]", "nonsense" })
	void refusesUnfitFault(String fault) {
		Caller.Reply reply = this.caller.post("/faults", fault);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("detail").asString()).isNotBlank();
		assertThat(this.server.faults().list()).isEmpty();
	}

	@Test
	void refusesFaultThatIsNotDeclaredJson() {
		HttpRequest.Builder request = this.caller.request("/faults")
			.POST(HttpRequest.BodyPublishers.ofString("{\"vendor\":\"ashby\",\"kind\":\"status\"}"));
		assertThat(this.caller.send(request).status()).isEqualTo(415);
	}

}
