package io.bgvbridge.gateway.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class ConnectionChangeTests {

	private static final String PARTNER = "0c0c0c0c-1111-4222-8333-444444444444";

	@Autowired
	private Samples samples;

	@Autowired
	private Sides sides;

	@Autowired
	private Sealing sealing;

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
	void takesEverythingWhenConnecting() {
		Caller.Answer answer = operator().post("/api/connections", """
				{"name": "Acme", "ashby": {"apiKey": "k", "webhookSecret": "12345678", "partnerId": "%s"},
				 "provider": {"kind": "springverify", "apiToken": "t"}, "reportFile": true,
				 "autoStart": {"onHire": true, "packageKey": "12:34"}}""".formatted(PARTNER));
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		JsonNode connected = answer.json();
		String id = connected.path("connectionId").asString();
		for (JsonNode shown : List.of(connected, operator().get("/api/connections/" + id).json())) {
			assertThat(shown.path("webhookUrl").asString()).isEqualTo("https://bgv.example.com/ashby/webhooks/" + id);
			assertThat(shown.path("webhookSecretSet").asBoolean()).isTrue();
			assertThat(shown.path("partnerIdSet").asBoolean()).isTrue();
			assertThat(shown.path("reportFile").asBoolean()).isTrue();
			assertThat(shown.path("autoStart").toString()).isEqualTo("{\"onHire\":true,\"packageKey\":\"12:34\"}");
			assertThat(shown.toString()).doesNotContain("12345678", PARTNER);
		}
		ConnectionChanged made = changes(UUID.fromString(id), 1).getFirst();
		assertThat(made.getReportFile()).isTrue();
		assertThat(credentials(made)).contains("\"apiKey\":\"k\",\"partnerId\":\"" + PARTNER + "\"")
			.doesNotContain("12345678");
	}

	@Test
	void changesWhatIsGivenAndLeavesTheRest() {
		patch("{\"name\": \" New \", \"reportFile\": true, \"ashby\": {\"partnerId\": \"" + PARTNER + "\"},"
				+ " \"autoStart\": {\"stageTitle\": \"Offer\", \"packageKey\": \"12:34\"}}");
		patch("{\"name\": \"Newer\"}");
		JsonNode seen = view();
		assertThat(seen.path("name").asString()).isEqualTo("Newer");
		assertThat(seen.path("reportFile").asBoolean()).isTrue();
		assertThat(seen.path("partnerIdSet").asBoolean()).isTrue();
		assertThat(seen.path("webhookSecretSet").asBoolean()).isTrue();
		assertThat(seen.path("autoStart").path("stageTitle").asString()).isEqualTo("Offer");
		ConnectionChanged last = changes(this.joined.connectionId(), 3).getLast();
		assertThat(last.getVersion()).isEqualTo(3);
		assertThat(last.getAshbyCredentialsVersion()).isOne();
		assertThat(last.getProviderCredentialsVersion()).isOne();
		assertThat(credentials(last)).contains("ashby-key", "sv-token", PARTNER);
	}

	@Test
	void removesWhatIsNull() {
		patch("{\"reportFile\": true, \"ashby\": {\"partnerId\": \"" + PARTNER + "\"},"
				+ " \"autoStart\": {\"stageId\": \"s\", \"packageKey\": \"12:34\"}}");
		patch("{\"reportFile\": null, \"autoStart\": null, \"ashby\": {\"partnerId\": null, \"webhookSecret\": null}}");
		JsonNode seen = view();
		assertThat(seen.path("autoStart").isNull()).isTrue();
		assertThat(seen.path("reportFile").asBoolean(true)).isFalse();
		assertThat(seen.path("partnerIdSet").asBoolean(true)).isFalse();
		assertThat(seen.path("webhookSecretSet").asBoolean(true)).isFalse();
		assertThat(ping(Samples.WEBHOOK_SECRET)).isEqualTo(401);
	}

	@Test
	void liftsAFailureWithANewerToken() {
		observe(1, io.bgvbridge.schemas.Observation.UNAUTHORIZED);
		JsonNode failure = failures().get(0);
		assertThat(failure.path("connectionId").asString()).isEqualTo(this.joined.connectionId().toString());
		assertThat(Instant.parse(failure.path("since").asString())).isBetween(Instant.now().minusSeconds(60),
				Instant.now().plusSeconds(1));
		patch("{\"ashby\": {\"apiKey\": \"newer-key\"}}");
		assertThat(view().path("status").asString()).as("Ashby's key is not what failed").isEqualTo("FAILED");
		patch("{\"provider\": {\"apiToken\": \"newer-token\"}}");
		assertThat(view().path("status").asString()).isEqualTo("TESTING");
		assertThat(view().path("problem").isNull()).isTrue();
		assertThat(failures())
			.noneMatch((each) -> each.path("connectionId").asString().equals(this.joined.connectionId().toString()));
		observe(1, io.bgvbridge.schemas.Observation.UNAUTHORIZED);
		assertThat(view().path("status").asString()).as("seen of the older token").isEqualTo("TESTING");
		ConnectionChanged last = changes(this.joined.connectionId(), 4).getLast();
		assertThat(last.getAshbyCredentialsVersion()).isEqualTo(2);
		assertThat(last.getProviderCredentialsVersion()).isEqualTo(2);
		assertThat(credentials(last)).contains("newer-key", "newer-token").doesNotContain("sv-token");
		observe(2, io.bgvbridge.schemas.Observation.REACHABLE);
		assertThat(view().path("status").asString()).as("Ashby's newer key was not seen yet").isEqualTo("TESTING");
		this.sides.observe(this.joined.connectionId(), ConnectionSide.ASHBY, 2,
				io.bgvbridge.schemas.Observation.REACHABLE, null);
		assertThat(view().path("status").asString()).isEqualTo("LIVE");
	}

	@Test
	void takesTheOlderWebhookSecretToTheEndOfTheOverlap() {
		patch("{\"ashby\": {\"webhookSecret\": \"second-secret\"}}");
		assertThat(ping(Samples.WEBHOOK_SECRET)).isEqualTo(200);
		assertThat(ping("second-secret")).isEqualTo(200);
		patch("{\"ashby\": {\"webhookSecret\": \"third-secret\"}, \"overlap\": \"PT0S\"}");
		assertThat(ping(Samples.WEBHOOK_SECRET)).isEqualTo(401);
		assertThat(ping("second-secret")).isEqualTo(401);
		assertThat(ping("third-secret")).isEqualTo(200);
		assertThat(this.jdbc.sql("select c::text from connection c where connection_id = ?")
			.param(this.joined.connectionId())
			.query(String.class)
			.single()).doesNotContain("third-secret",
					java.util.HexFormat.of().formatHex("third-secret".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void switchesOffAndOnAgainAsItWas() {
		this.sides.work(this.joined.connectionId());
		assertThat(operator().post(path() + "/disable", "").json().path("status").asString()).isEqualTo("DISABLED");
		operator().post(path() + "/disable", "");
		assertThat(operator().post(path() + "/enable", "").json().path("status").asString()).isEqualTo("LIVE");
		operator().post(path() + "/enable", "");
		assertThat(changes(this.joined.connectionId(), 4)).extracting(ConnectionChanged::getStatus)
			.containsExactly(ConnectionStatus.TESTING, ConnectionStatus.LIVE, ConnectionStatus.DISABLED,
					ConnectionStatus.LIVE);
	}

	private void patch(String body) {
		Caller.Answer answer = operator().patch(path(), body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.text()).doesNotContain("secret\":\"", "newer-");
	}

	private int ping(String secret) {
		byte[] body = Samples.file("ping.json").getBytes(StandardCharsets.UTF_8);
		return this.samples.stranger()
			.postSigned("/ashby/webhooks/" + this.joined.connectionId(), body, Samples.signature(secret, body))
			.status();
	}

	/**
	 * But for those of checks and other connections, which tests may have left behind.
	 */
	private List<JsonNode> failures() {
		return operator().get("/api/failures?limit=200")
			.json()
			.path("results")
			.valueStream()
			.filter((each) -> each.path("what").asString().equals("connection"))
			.filter((each) -> each.path("connectionId").asString().equals(this.joined.connectionId().toString()))
			.toList();
	}

	private String path() {
		return "/api/connections/" + this.joined.connectionId();
	}

	private JsonNode view() {
		return operator().get(path()).json();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

	private String credentials(ConnectionChanged changed) {
		return new String(this.sealing.open(Topics.CONNECTION_CHANGED, changed.getConnectionId().toString(),
				Samples.bytes(changed.getSealedCredentials())), StandardCharsets.UTF_8);
	}

	private List<ConnectionChanged> changes(UUID connectionId, int count) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<ConnectionChanged>published(connectionId), (changes) -> changes.size() == count);
	}

	private void observe(long credentials, io.bgvbridge.schemas.Observation observation) {
		this.sides.observe(this.joined.connectionId(), ConnectionSide.PROVIDER, credentials, observation, null);
	}

}
