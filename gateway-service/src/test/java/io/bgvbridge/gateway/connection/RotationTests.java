package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class RotationTests {

	@Autowired
	private Samples samples;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void takesTheOlderTokenToTheEndOfTheOverlap() {
		JsonNode rotated = rotate("{\"what\": \"externalApiToken\"}").json();
		Instant until = Instant.parse(rotated.path("previousValidUntil").asString());
		assertThat(until).isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_400));
		assertThat(rotated.has("callbackSecret")).isFalse();
		String next = rotated.path("externalApiToken").asString();
		assertThat(next).matches("bgvt_[A-Za-z0-9_-]{43}").isNotEqualTo(this.joined.token());
		assertThat(list(next)).isEqualTo(200);
		assertThat(list(this.joined.token())).isEqualTo(200);
		this.jdbc.sql("update connection set previous_token_until = now() where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		assertThat(list(this.joined.token())).isEqualTo(401);
		assertThat(list(next)).isEqualTo(200);
		assertThat(this.samples.stranger().operator().get(path("")).text()).doesNotContain(next);
	}

	@Test
	void endsTheOlderTokenAtOnceIfToldSo() {
		rotate("{\"what\": \"externalApiToken\", \"overlap\": \"PT0S\"}");
		assertThat(list(this.joined.token())).isEqualTo(401);
	}

	@Test
	void keepsTheTokenThatIsInUseWhenRotatedAgainWithinTheOverlap() {
		JsonNode first = rotate("{\"what\": \"externalApiToken\"}").json();
		JsonNode second = rotate("{\"what\": \"externalApiToken\", \"overlap\": \"PT1H\"}").json();
		assertThat(list(this.joined.token())).isEqualTo(200);
		assertThat(list(first.path("externalApiToken").asString())).isEqualTo(401);
		assertThat(list(second.path("externalApiToken").asString())).isEqualTo(200);
		assertThat(second.path("previousValidUntil")).as("never sooner").isEqualTo(first.path("previousValidUntil"));
		JsonNode third = rotate("{\"what\": \"externalApiToken\", \"overlap\": \"P2D\"}").json();
		assertThat(Instant.parse(third.path("previousValidUntil").asString()))
			.isAfter(Instant.now().plusSeconds(172_000));
		JsonNode last = rotate("{\"what\": \"externalApiToken\", \"overlap\": \"PT0S\"}").json();
		assertThat(list(this.joined.token())).isEqualTo(401);
		assertThat(list(third.path("externalApiToken").asString())).isEqualTo(401);
		assertThat(list(last.path("externalApiToken").asString())).isEqualTo(200);
		assertThat(Instant.parse(last.path("previousValidUntil").asString())).isBeforeOrEqualTo(Instant.now());
	}

	@Test
	void keepsTheTokenBeforeOnceAnEarlierOverlapIsOver() {
		String second = rotate("{\"what\": \"externalApiToken\"}").json().path("externalApiToken").asString();
		this.jdbc.sql("update connection set previous_token_until = now() where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		rotate("{\"what\": \"externalApiToken\"}");
		assertThat(list(this.joined.token())).isEqualTo(401);
		assertThat(list(second)).isEqualTo(200);
	}

	@Test
	void takesTheOlderCallbackSecretToTheEndOfTheOverlap() {
		String next = rotate("{\"what\": \"callbackSecret\", \"overlap\": \"P30D\"}").json()
			.path("callbackSecret")
			.asString();
		assertThat(callback(next)).isEqualTo(200);
		assertThat(callback(this.joined.callbackSecret())).isEqualTo(200);
		this.jdbc.sql("update connection set previous_callback_secret_until = now() where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		assertThat(callback(this.joined.callbackSecret())).isEqualTo(401);
		assertThat(callback(next)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{} | what", "{\"what\": \"webhookSecret\"} | what",
					"{\"what\": \"callbackSecret\", \"overlap\": \"P31D\"} | overlap",
					"{\"what\": \"callbackSecret\", \"overlap\": \"-PT1S\"} | overlap",
					"{\"what\": \"callbackSecret\", \"overlap\": \"soon\"} | overlap" })
	void namesTheFieldThatIsWrong(String body, String field) {
		Caller.Answer answer = rotate(body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo(field);
	}

	@Test
	void knowsNoOtherConnections() {
		String unknown = "/api/connections/" + UUID.randomUUID();
		Caller operator = this.samples.stranger().operator();
		assertThat(operator.post(unknown + "/rotate", "{\"what\": \"callbackSecret\"}").status()).isEqualTo(404);
		assertThat(operator.post(unknown + "/disable", "").status()).isEqualTo(404);
		assertThat(operator.patch(unknown, "{}").status()).isEqualTo(404);
		assertThat(this.samples.stranger().post(path("/rotate"), "{}").status()).isEqualTo(401);
	}

	private Caller.Answer rotate(String body) {
		return this.samples.stranger().operator().post(path("/rotate"), body);
	}

	private String path(String what) {
		return "/api/connections/" + this.joined.connectionId() + what;
	}

	private int list(String token) {
		return this.samples.stranger().basic(token, "").post("/ashby/assessment.list", "{}").status();
	}

	private int callback(String secret) {
		return this.samples.stranger()
			.authorized("Bearer " + secret)
			.post("/callbacks/springverify/" + this.joined.connectionId(), "{}")
			.status();
	}

}
