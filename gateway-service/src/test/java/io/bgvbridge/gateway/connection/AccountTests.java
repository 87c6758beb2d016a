package io.bgvbridge.gateway.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What connections say of each provider's account.
 */
@GatewayTest
class AccountTests {

	private static final String STACKONE = "\"kind\": \"stackone\", \"apiToken\": \"key\", \"accountId\": \"acc-1\","
			+ " \"signingSecret\": \"so-signing\"";

	private static final String CHECKR = "\"kind\": \"checkr\", \"apiToken\": \"key\", \"node\": \"n-1\","
			+ " \"workLocation\": {\"country\": \"us\", \"state\": \"CA\", \"city\": \"San Francisco\"}";

	@Autowired
	private Samples samples;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			STACKONE + " | https://api.stackone.com | {\"accountId\":\"acc-1\"}",
			CHECKR + " | https://api.checkr.com | {\"node\":\"n-1\",\"workLocation.city\":\"San Francisco\","
					+ "\"workLocation.country\":\"US\",\"workLocation.state\":\"CA\"}",
			CHECKR + ", \"portalUrl\": \"https://x.example.com/#/r/{reference}\" | https://api.checkr.com |"
					+ " {\"node\":\"n-1\",\"portalUrl\":\"https://x.example.com/#/r/{reference}\",\"workLocation.city\":"
					+ "\"San Francisco\",\"workLocation.country\":\"US\",\"workLocation.state\":\"CA\"}" })
	void publishesWhatItsProviderNeedsToBeTold(String account, String address, String settings) {
		JsonNode made = made(account);
		UUID connectionId = UUID.fromString(made.path("connectionId").asString());
		assertThat(made.has("callbackSecret")).as("it signs").isFalse();
		assertThat(made.path("callbackUrl").asString()).endsWith("/" + connectionId);
		JsonNode published = published(connectionId, 1);
		assertThat(published.path("baseUrl").asString()).isEqualTo(address);
		assertThat(published.path("apiToken").asString()).isEqualTo("key");
		assertThat(published.path("settings")).isEqualTo(new JsonMapper().readTree(settings));
		assertThat(published.toString()).doesNotContain("so-signing");
		assertThat(operator().get("/api/connections/" + connectionId).text()).doesNotContain("so-signing");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "\"kind\": \"stackone\" | provider.accountId",
			"\"kind\": \"stackone\" | provider.signingSecret", "\"kind\": \"checkr\" | provider.workLocation",
			"\"kind\": \"stackone\", \"accountId\": \"a b\" | provider.accountId",
			"\"kind\": \"stackone\", \"accountId\": null | provider.accountId",
			"\"kind\": \"stackone\", \"accountId\": 7 | provider.accountId",
			"\"kind\": \"stackone\", \"signingSecret\": \"short\" | provider.signingSecret",
			"\"kind\": \"stackone\", \"node\": \"n\" | provider.node",
			"\"kind\": \"springverify\", \"accountId\": \"a\" | provider.accountId",
			"\"kind\": \"springverify\", \"signingSecret\": \"12345678\" | provider.signingSecret",
			"\"kind\": \"springverify\", \"workLocation\": {\"country\": \"IN\"} | provider.workLocation",
			"\"kind\": \"checkr\", \"accountId\": \"a\" | provider.accountId",
			"\"kind\": \"checkr\", \"node\": \"\" | provider.node",
			"\"kind\": \"checkr\", \"workLocation\": \"US\" | provider.workLocation",
			"\"kind\": \"checkr\", \"workLocation\": {} | provider.workLocation.country",
			"\"kind\": \"checkr\", \"workLocation\": {\"country\": \"USA\"} | provider.workLocation.country",
			"\"kind\": \"checkr\", \"workLocation\": {\"country\": \"US\", \"zip\": \"1\"} | provider.workLocation.zip",
			"\"kind\": \"checkr\", \"workLocation\": {\"country\": \"US\", \"city\": \" \"} | provider.workLocation.city",
			"\"kind\": \"springverify\", \"tokenExpiresAt\": \"soon\" | provider.tokenExpiresAt",
			"\"kind\": \"springverify\", \"tokenExpiresAt\": \"+900000000-01-01T00:00:00Z\" | provider.tokenExpiresAt" })
	void namesTheFieldThatIsWrong(String account, String field) {
		Caller.Answer answer = connect("\"apiToken\": \"t\", " + account);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.json().path("errors")).extracting((error) -> error.path("field").asString()).contains(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.example.com/checks", "http://x.example.com/{reference}", "{reference}",
			"javascript:alert('{reference}')", "https://{reference}/x", "https://{reference}.example.com/",
			"https://u:p@x.example.com/{reference}", "ht tps://x/{reference}", "" })
	void takesNoOtherPortals(String portal) {
		Caller.Answer answer = connect(STACKONE + ", \"portalUrl\": \"" + portal + "\"");
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("provider.portalUrl");
	}

	@Test
	void refusesWhatNoProviderKnowsByName() {
		Caller.Answer answer = connect(STACKONE + ", \"accountID\": \"x\"");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("field").asString()).isEqualTo("provider.accountID");
	}

	@Test
	void changesWhatIsGivenAndRemovesWhatIsNull() {
		String id = made(CHECKR + ", \"portalUrl\": \"http://localhost:8090/{reference}\"").path("connectionId")
			.asString();
		patch(id, "{\"provider\": {\"node\": null, \"workLocation\": {\"country\": \"IN\"}}}", 200);
		JsonNode published = published(UUID.fromString(id), 2);
		assertThat(published.path("settings").properties())
			.extracting((setting) -> setting.getKey() + "=" + setting.getValue().asString())
			.containsExactlyInAnyOrder("portalUrl=http://localhost:8090/{reference}", "workLocation.country=IN");
		assertThat(published.path("apiToken").asString()).isEqualTo("key");
		patch(id, "{\"provider\": {\"portalUrl\": null}}", 200);
		assertThat(published(UUID.fromString(id), 3).path("settings").toString())
			.isEqualTo("{\"workLocation.country\":\"IN\"}");
		assertThat(changes(UUID.fromString(id), 3)).extracting(ConnectionChanged::getProviderCredentialsVersion)
			.as("a page for people lifts nothing")
			.containsExactly(1L, 2L, 2L);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{\"accountId\": null} | provider.accountId",
					"{\"signingSecret\": null} | provider.signingSecret", "{\"node\": \"n\"} | provider.node",
					"{\"workLocation\": null} | provider.workLocation", "{\"portalUrl\": \"x\"} | provider.portalUrl",
					"{\"tokenExpiresAt\": 7} | provider.tokenExpiresAt" })
	void refusesChangesThatItsProviderCannotTake(String account, String field) {
		String id = made(STACKONE).path("connectionId").asString();
		JsonNode answer = patch(id, "{\"provider\": " + account + "}", 400);
		assertThat(answer.path("errors").get(0).path("field").asString()).isEqualTo(field);
	}

	@Test
	void knowsOfNoSecretToRotateWhereTheProviderSigns() {
		String id = made(STACKONE).path("connectionId").asString();
		Caller.Answer answer = operator().post("/api/connections/" + id + "/rotate", "{\"what\": \"callbackSecret\"}");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("detail").asString()).contains("provider.signingSecret");
	}

	@Test
	void readsRowsOfBeforeThereWereSettings() {
		String id = made("\"kind\": \"springverify\", \"apiToken\": \"t\"").path("connectionId").asString();
		byte[] older = "{\"ashby\":{\"baseUrl\":\"https://a\",\"apiKey\":\"k\"},\"provider\":{\"baseUrl\":\"https://p\",\"apiToken\":\"t\"}}"
			.getBytes(StandardCharsets.UTF_8);
		this.jdbc.sql("update connection set credentials = ? where connection_id = ?")
			.params(this.sealing.seal("connection", id, older), UUID.fromString(id))
			.update();
		patch(id, "{\"name\": \"New\"}", 200);
		JsonNode published = published(UUID.fromString(id), 2);
		assertThat(published.path("settings").toString()).isEqualTo("{}");
		assertThat(published.path("baseUrl").asString()).isEqualTo("https://p");
	}

	private JsonNode published(UUID connectionId, int count) {
		ConnectionChanged changed = changes(connectionId, count).getLast();
		byte[] plain = this.sealing.open(Topics.CONNECTION_CHANGED, connectionId.toString(),
				Samples.bytes(changed.getSealedCredentials()));
		return new JsonMapper().readTree(plain).path("provider");
	}

	private List<ConnectionChanged> changes(UUID connectionId, int count) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<ConnectionChanged>published(connectionId), (changes) -> changes.size() == count);
	}

	private JsonNode patch(String id, String body, int status) {
		Caller.Answer answer = operator().patch("/api/connections/" + id, body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		return answer.json();
	}

	private JsonNode made(String account) {
		Caller.Answer answer = connect(account);
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return answer.json();
	}

	private Caller.Answer connect(String account) {
		return operator().post("/api/connections",
				"{\"name\": \"Acme\", \"ashby\": {\"apiKey\": \"k\"}, \"provider\": {" + account + "}}");
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
