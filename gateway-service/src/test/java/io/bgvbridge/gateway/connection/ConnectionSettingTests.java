package io.bgvbridge.gateway.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What operators choose for a connection, and how all of it is published again.
 */
@GatewayTest
class ConnectionSettingTests {

	private static final String PAGE = "https://portal.example.com/checks/{reference}";

	@Autowired
	private Samples samples;

	@Autowired
	private Connections connections;

	@Autowired
	private List<SealedColumn> columns;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub ashby = new VendorStub();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.ashby);
	}

	@AfterEach
	void close() {
		this.ashby.close();
	}

	@Test
	void showsWhatItKnowsOfTheAccount() {
		Joined checkr = this.samples.connectTo(this.ashby, """
				{"kind": "checkr", "apiToken": "sv-token", "node": "n-1", "portalUrl": "%s",
				 "workLocation": {"country": "US", "city": "Austin"}}""".formatted(PAGE));
		JsonNode account = operator().get("/api/connections/" + checkr.connectionId()).json().path("account");
		assertThat(account.path("node").asString()).isEqualTo("n-1");
		assertThat(account.path("portalUrl").asString()).isEqualTo(PAGE);
		assertThat(account.path("workLocation").path("city").asString()).isEqualTo("Austin");
		assertThat(account.path("accountId").isNull()).isTrue();
	}

	@Test
	void leadsToTheProviderOnlyWhereItsPagesAreKnown() {
		assertThat(patch("{\"profileLink\": \"PROVIDER\"}").status()).isEqualTo(400);
		assertThat(patch("{\"profileLink\": \"PROVIDER\", \"provider\": {\"portalUrl\": \"" + PAGE + "\"}}").json()
			.path("profileLink")
			.asString()).isEqualTo("PROVIDER");
		assertThat(credentials(changes(2).getLast())).contains("\"profilePage\":\"" + PAGE + "\"");
		assertThat(patch("{\"provider\": {\"portalUrl\": null}}").status()).isEqualTo(400);
		assertThat(patch("{\"profileLink\": null}").json().path("profileLink").asString()).isEqualTo("REPORT");
		assertThat(credentials(changes(3).getLast())).contains("\"profilePage\":null");
		assertThat(patch("{\"profileLink\": \"NOWHERE\"}").status()).isEqualTo(400);
	}

	@Test
	void keepsPeopleForAsLongAsItIsTold() {
		assertThat(patch("{\"retentionDays\": 90}").json().path("retentionDays").asInt()).isEqualTo(90);
		assertThat(patch("{\"name\": \"Other\"}").json().path("retentionDays").asInt()).isEqualTo(90);
		assertThat(patch("{\"retentionDays\": null}").json().path("retentionDays").isNull()).isTrue();
		for (String wrong : List.of("0", "3651", "1.5", "\"30\"", "99999999999")) {
			assertThat(patch("{\"retentionDays\": " + wrong + "}").status()).as(wrong).isEqualTo(400);
		}
	}

	@Test
	void publishesAgainAsANewVersion() {
		this.connections.publishAgain();
		ConnectionChanged again = changes(2).getLast();
		assertThat(again.getVersion()).isEqualTo(2);
		assertThat(again.getAshbyCredentialsVersion()).isOne();
		assertThat(credentials(again)).contains("ashby-key", "sv-token");
	}

	@Test
	void namesItsSealedColumnsAsTheyAreSealed() {
		List<SealedColumn> mine = this.columns.stream()
			.filter((column) -> column.table().equals("connection"))
			.toList();
		assertThat(mine).hasSize(3);
		for (SealedColumn column : mine) {
			this.jdbc
				.sql("select " + column.column() + " from connection where " + column.id() + " = ? and "
						+ column.column() + " is not null")
				.param(id())
				.query((row, number) -> this.sealing.open(column.place(), id().toString(), row.getBytes(1)))
				.optional()
				.ifPresent((plain) -> assertThat(plain).isNotEmpty());
		}
	}

	private Caller.Answer patch(String body) {
		return operator().patch("/api/connections/" + id(), body);
	}

	private List<ConnectionChanged> changes(int count) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<ConnectionChanged>published(id()), (changes) -> changes.size() == count);
	}

	private String credentials(ConnectionChanged changed) {
		return new String(this.sealing.open(Topics.CONNECTION_CHANGED, id().toString(),
				Samples.bytes(changed.getSealedCredentials())), StandardCharsets.UTF_8);
	}

	private UUID id() {
		return this.joined.connectionId();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
