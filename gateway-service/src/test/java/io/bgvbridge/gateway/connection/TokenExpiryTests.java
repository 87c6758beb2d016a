package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class TokenExpiryTests {

	@Autowired
	private Samples samples;

	@Autowired
	private TokenExpiries expiries;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void forget() {
		this.jdbc.sql("update connection set token_expires_at = null").update();
	}

	@Test
	void saysSoFromTwoWeeksBeforeOn() {
		assertThat(problem(connect(in(15)))).isEmpty();
		assertThat(problem(connect(in(13)))).contains("SpringVerify runs out on", day(in(13)));
		assertThat(problem(connect(in(-1)))).contains("SpringVerify ran out on", day(in(-1)));
	}

	@Test
	void takesADayForItsFirstMoment() {
		String id = connect("2027-01-31");
		assertThat(view(id).path("tokenExpiresAt").asString()).isEqualTo("2027-01-31T00:00:00Z");
		assertThat(view(connect("2027-01-31T12:00:00+05:30")).path("tokenExpiresAt").asString())
			.isEqualTo("2027-01-31T06:30:00Z");
	}

	@Test
	void forgetsTheEndOfAnOlderToken() {
		String id = connect(in(1));
		patch(id, "{\"provider\": {\"tokenExpiresAt\": \"" + in(2) + "\"}}");
		assertThat(problem(id)).contains(day(in(2)));
		patch(id, "{\"name\": \"New\"}");
		assertThat(problem(id)).contains(day(in(2)));
		patch(id, "{\"provider\": {\"apiToken\": \"newer\"}}");
		assertThat(view(id).path("tokenExpiresAt").isNull()).isTrue();
		assertThat(problem(id)).isEmpty();
		patch(id, "{\"provider\": {\"apiToken\": \"newest\", \"tokenExpiresAt\": \"" + in(3) + "\"}}");
		assertThat(problem(id)).contains(day(in(3)));
		patch(id, "{\"provider\": {\"tokenExpiresAt\": null}}");
		assertThat(problem(id)).isEmpty();
	}

	@Test
	void countsAndWarnsOfEachThatIsInUse(CapturedOutput output) {
		String soon = connect(in(3));
		String expired = connect(in(-3));
		String late = connect(in(30));
		String deleted = connect(in(3));
		this.jdbc.sql("update connection set status = 'DELETED' where connection_id = ?")
			.param(UUID.fromString(deleted))
			.update();
		assertThat(gauge("soon")).isEqualTo(1);
		assertThat(gauge("expired")).isEqualTo(1);
		this.expiries.warn();
		assertThat(output.getAll()).contains("connection.token-expiring connection=" + soon)
			.contains("connection.token-expiring connection=" + expired)
			.doesNotContain("token-expiring connection=" + late, "token-expiring connection=" + deleted);
	}

	private double gauge(String state) {
		return this.meters.get("bgv.connection.tokens.expiring").tag("state", state).gauge().value();
	}

	private static String in(int days) {
		return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.HOURS).toString();
	}

	private static String day(String instant) {
		return Instant.parse(instant).atOffset(ZoneOffset.UTC).toLocalDate().toString();
	}

	private String connect(String expiry) {
		Caller.Answer answer = operator().post("/api/connections", """
				{"name": "Acme", "ashby": {"apiKey": "k"},
				 "provider": {"kind": "springverify", "apiToken": "t", "tokenExpiresAt": "%s"}}""".formatted(expiry));
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return answer.json().path("connectionId").asString();
	}

	private void patch(String id, String body) {
		assertThat(operator().patch("/api/connections/" + id, body).status()).isEqualTo(200);
	}

	private JsonNode view(String id) {
		return operator().get("/api/connections/" + id).json();
	}

	private String problem(String id) {
		return view(id).path("problem").asString("");
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
