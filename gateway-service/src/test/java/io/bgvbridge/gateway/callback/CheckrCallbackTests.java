package io.bgvbridge.gateway.callback;

import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.schemas.ProviderCallbackReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which secret a provider signs with that may sign with its account's key, and how it is
 * replaced.
 */
@GatewayTest
class CheckrCallbackTests {

	private static final String ACCOUNT = """
			{"kind": "checkr", "apiToken": "first-key", "workLocation": {"country": "US"}%s}""";

	@Autowired
	private Samples samples;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connectTo(this.vendor, ACCOUNT.formatted(""));
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void signsWithTheAccountsKey() {
		assertThat(signed("first-key")).isEqualTo(200);
		assertThat(signed("other-key")).isEqualTo(401);
	}

	@Test
	void signsWithEachNewerKeyAndForATimeWithTheOlder() {
		patch("{\"provider\": {\"apiToken\": \"second-key\"}}");
		assertThat(signed("first-key")).isEqualTo(200);
		assertThat(signed("second-key")).isEqualTo(200);
		patch("{\"provider\": {\"apiToken\": \"third-key\"}, \"overlap\": \"PT0S\"}");
		assertThat(signed("first-key")).isEqualTo(401);
		assertThat(signed("second-key")).isEqualTo(401);
		assertThat(signed("third-key")).isEqualTo(200);
	}

	@Test
	void signsWithASecretOfItsOwnWhateverBecomesOfTheKey() {
		this.joined = this.samples.connectTo(this.vendor, ACCOUNT.formatted(", \"signingSecret\": \"own-secret\""));
		assertThat(signed("first-key")).isEqualTo(401);
		patch("{\"provider\": {\"apiToken\": \"second-key\"}, \"overlap\": \"PT0S\"}");
		assertThat(signed("own-secret")).isEqualTo(200);
		assertThat(signed("second-key")).isEqualTo(401);
		patch("{\"provider\": {\"signingSecret\": \"newer-secret\"}}");
		assertThat(signed("own-secret")).isEqualTo(200);
		assertThat(signed("newer-secret")).isEqualTo(200);
		patch("{\"provider\": {\"signingSecret\": null}, \"overlap\": \"PT0S\"}");
		assertThat(signed("newer-secret")).isEqualTo(401);
		assertThat(signed("second-key")).isEqualTo(200);
	}

	@Test
	void keepsNoSecretInClear() {
		String row = this.jdbc.sql("select c::text from connection c where connection_id = ?")
			.param(this.joined.connectionId())
			.query(String.class)
			.single();
		assertThat(row).doesNotContain("first-key",
				java.util.HexFormat.of().formatHex("first-key".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
	}

	@Test
	void listensForADisabledConnectionButNotForADeletedOne() {
		status("DISABLED");
		assertThat(signed("first-key")).isEqualTo(200);
		status("DELETED");
		assertThat(signed("first-key")).isEqualTo(401);
		assertThat(this.samples.<ProviderCallbackReceived>published(this.joined.connectionId())).hasSize(1);
	}

	private void status(String status) {
		this.jdbc.sql("update connection set status = ? where connection_id = ?")
			.params(status, this.joined.connectionId())
			.update();
	}

	private int signed(String secret) {
		String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"report.completed\"}";
		return this.samples.stranger()
			.postSigned("/callbacks/checkr/" + this.joined.connectionId(), body, "X-Checkr-Signature",
					Signing.hex(secret, body))
			.status();
	}

	private void patch(String body) {
		Caller.Answer answer = this.samples.stranger()
			.operator()
			.patch("/api/connections/" + this.joined.connectionId(), body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
	}

}
