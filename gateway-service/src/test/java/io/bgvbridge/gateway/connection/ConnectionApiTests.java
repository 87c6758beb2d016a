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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class ConnectionApiTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Sides sides;

	@Autowired
	private PackageReports packages;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub ashby = new VendorStub();

	@AfterEach
	void close() {
		this.ashby.close();
	}

	@Test
	void tellsTheSecretsOnceAndKeepsOnlyTheirHashes() {
		Joined joined = this.samples.connect(this.ashby);
		assertThat(joined.token()).matches("bgvt_[A-Za-z0-9_-]{43}");
		assertThat(joined.callbackSecret()).matches("bgvs_[A-Za-z0-9_-]{43}");
		String row = this.jdbc.sql("select c::text from connection c where connection_id = ?")
			.param(joined.connectionId())
			.query(String.class)
			.single();
		assertThat(row).doesNotContain(hex(joined.token()), hex(joined.callbackSecret()), hex("ashby-key"),
				hex("sv-token"), joined.token(), "ashby-key", "sv-token");
		String views = operator().get("/api/connections").text()
				+ operator().get("/api/connections/" + joined.connectionId()).text();
		assertThat(views).contains(joined.connectionId().toString())
			.doesNotContain("bgvt_", "bgvs_", "ashby-key", "sv-token");
	}

	@Test
	void tellsWhereToCall() {
		JsonNode answer = operator().post("/api/connections", """
				{"name": "Acme", "ashby": {"apiKey": "k"}, "provider": {"kind": "springverify", "apiToken": "t"}}""")
			.json();
		assertThat(answer.path("status").asString()).isEqualTo("TESTING");
		assertThat(answer.path("baseUrl").asString()).isEqualTo("https://bgv.example.com/ashby");
		assertThat(answer.path("callbackUrl").asString())
			.isEqualTo("https://bgv.example.com/callbacks/springverify/" + answer.path("connectionId").asString());
	}

	@Test
	void publishesTheWholeSettingWithSealedKeys() {
		Joined joined = this.samples.connect(this.ashby);
		ConnectionChanged changed = changes(joined, 1).getFirst();
		assertThat(changed.getStatus()).isEqualTo(ConnectionStatus.TESTING);
		assertThat(changed.getVersion()).isOne();
		assertThat(changed.getProvider()).isEqualTo("springverify");
		String credentials = new String(this.sealing.open(Topics.CONNECTION_CHANGED, joined.connectionId().toString(),
				Samples.bytes(changed.getSealedCredentials())), StandardCharsets.UTF_8);
		assertThat(credentials).isEqualTo("""
				{"ashby":{"baseUrl":"%s","apiKey":"ashby-key","partnerId":null,"profilePage":null},\
				"provider":{"baseUrl":"https://api-sa.in.springverify.com","apiToken":"sv-token","settings":{}}}"""
			.formatted(this.ashby.url()));
	}

	@Test
	void goesLiveOnceBothSidesAnswerAndSaysSoOnce() {
		Joined joined = this.samples.connect(this.ashby);
		this.sides.work(joined.connectionId());
		observe(joined, io.bgvbridge.schemas.Observation.REACHABLE);
		observe(joined, io.bgvbridge.schemas.Observation.REACHABLE);
		List<ConnectionChanged> changes = changes(joined, 2);
		assertThat(changes).extracting(ConnectionChanged::getStatus)
			.containsExactly(ConnectionStatus.TESTING, ConnectionStatus.LIVE);
		assertThat(changes).extracting(ConnectionChanged::getVersion).containsExactly(1L, 2L);
		assertThat(changes).extracting(ConnectionChanged::getProviderCredentialsVersion).containsExactly(1L, 1L);
		assertThat(view(joined).path("status").asString()).isEqualTo("LIVE");
	}

	@Test
	void failsInWordsWhenItsProviderRefusesTheToken() {
		Joined joined = this.samples.connect(this.ashby);
		observe(joined, io.bgvbridge.schemas.Observation.UNAUTHORIZED);
		assertThat(view(joined).path("status").asString()).isEqualTo("FAILED");
		assertThat(view(joined).path("problem").asString()).startsWith("SpringVerify refused the API token");
	}

	@Test
	void replacesPackagesByTheNewestListing() {
		Joined joined = this.samples.connect(this.ashby);
		this.packages.listed(joined.connectionId(), Instant.now().plusSeconds(10), "12:35", "12:36");
		this.packages.listed(joined.connectionId(), Instant.now().minusSeconds(10), "1:1");
		assertThat(view(joined).path("packages").asInt()).isEqualTo(2);
		assertThat(view(joined).path("credits").asLong()).isEqualTo(41);
		JsonNode types = joined.ashby().post("/ashby/assessment.list", "{}").json().path("results");
		assertThat(types).extracting((type) -> type.path("assessment_type_id").asString())
			.containsExactly(this.packages.typeId(joined.connectionId(), "12:35").toString(),
					this.packages.typeId(joined.connectionId(), "12:36").toString());
	}

	@Test
	void derivesTypeIdsFromConnectionAndKey() {
		assertThat(this.packages.typeId(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
			.as("RFC 9562, appendix A.4")
			.hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
	}

	@Test
	void needsTheOperatorsLogin() {
		assertThat(this.samples.stranger().get("/api/connections").status()).isEqualTo(401);
		assertThat(this.samples.stranger().basic("admin", "wrong").get("/api/connections").status()).isEqualTo(401);
		Caller.Answer refused = this.samples.stranger().basic("wrong", "secret").get("/api/connections");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
		assertThat(this.samples.stranger().get("/anything/else").status()).isEqualTo(401);
	}

	@Test
	void namesTheFieldInAProblemDetail() {
		Caller.Answer wrong = operator().post("/api/connections", """
				{"name": "Acme", "ashby": {"apiKey": "k", "baseUrl": "http://169.254.169.254/"},
				 "provider": {"kind": "certn", "apiToken": "t"}}""");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(wrong.json().path("errors")).extracting((error) -> error.path("field").asString())
			.contains("ashby.baseUrl", "provider.kind");
		Caller.Answer misspelt = operator().post("/api/connections",
				"{\"name\": \"x\", \"ashby\": {\"apiKey\": \"k\", \"baseURL\": \"https://localhost\"}}");
		assertThat(misspelt.status()).isEqualTo(400);
		assertThat(misspelt.json().path("field").asString()).isEqualTo("ashby.baseURL");
		assertThat(operator().post("/api/connections", "{").status()).isEqualTo(400);
		assertThat(operator().get("/api/connections/" + UUID.randomUUID()).status()).isEqualTo(404);
	}

	@Test
	void describesItself() {
		JsonNode description = operator().get("/api/openapi.json").json();
		assertThat(description.path("paths").propertyNames()).contains("/api/connections", "/api/verifications",
				"/api/verifications/{assessmentId}", "/reports/{assessmentId}",
				"/api/connections/{connectionId}/rotate", "/api/connections/{connectionId}/packages",
				"/api/connections/{connectionId}/refresh-packages", "/api/connections/{connectionId}/test",
				"/api/verifications/{assessmentId}/cancel", "/api/verifications/{assessmentId}/retry",
				"/api/verifications/{assessmentId}/refresh", "/api/verifications/{assessmentId}/resend",
				"/api/verifications/{assessmentId}/resolve", "/api/failures");
		assertThat(description.path("paths").path("/api/connections/{connectionId}").propertyNames()).contains("get",
				"patch", "delete");
		assertThat(description.path("components").path("schemas").path("ConnectionPatch").path("properties").toString())
			.contains("#/components/schemas/StartRule");
		assertThat(
				description.path("components").path("schemas").path("ProviderSide").path("properties").propertyNames())
			.contains("accountId", "signingSecret", "node", "workLocation", "portalUrl", "tokenExpiresAt");
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

	private JsonNode view(Joined joined) {
		return operator().get("/api/connections/" + joined.connectionId()).json();
	}

	private List<ConnectionChanged> changes(Joined joined, int count) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<ConnectionChanged>published(joined.connectionId()),
					(changes) -> changes.size() == count);
	}

	private void observe(Joined joined, io.bgvbridge.schemas.Observation observation) {
		this.sides.observe(joined.connectionId(), ConnectionSide.PROVIDER, 1, observation, null);
	}

	private static String hex(String value) {
		return java.util.HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
	}

}
