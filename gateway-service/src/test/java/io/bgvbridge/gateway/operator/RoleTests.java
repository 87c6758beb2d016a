package io.bgvbridge.gateway.operator;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what over the API.
 */
@GatewayTest
class RoleTests {

	private static final UUID NONE = UUID.fromString("00000000-0000-7000-8000-000000000000");

	private static final List<String> LOOKS = List.of("/api/verifications", "/api/verifications/" + NONE,
			"/api/failures", "/api/connections", "/api/connections/" + NONE, "/api/connections/" + NONE + "/packages",
			"/api/openapi.json");

	private static final List<String> ACTS = List.of("refresh", "resend", "cancel", "retry", "resolve");

	private static final List<String> CHANGES = List.of("/api/connections", "/api/connections/" + NONE + "/disable",
			"/api/connections/" + NONE + "/enable", "/api/connections/" + NONE + "/rotate",
			"/api/connections/" + NONE + "/test", "/api/connections/" + NONE + "/refresh-packages", "/api/accounts");

	@Autowired
	private Samples samples;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void strangersMayDoNothing() {
		Caller stranger = this.samples.stranger();
		assertThat(LOOKS).allSatisfy((path) -> assertThat(stranger.get(path).status()).isEqualTo(401));
		assertThat(ACTS)
			.allSatisfy((act) -> assertThat(stranger.post("/api/verifications/" + NONE + "/" + act, "{}").status())
				.isEqualTo(401));
		assertThat(CHANGES).allSatisfy((path) -> assertThat(stranger.post(path, "{}").status()).isEqualTo(401));
		assertThat(stranger.get("/api/accounts").status()).isEqualTo(401);
		assertThat(stranger.get("/reports/" + NONE).status()).isEqualTo(401);
	}

	@Test
	void viewersLook() {
		Caller viewer = Somebody.with(this.samples.stranger(), "viewer").caller();
		assertThat(LOOKS).allSatisfy((path) -> assertThat(viewer.get(path).status()).isIn(200, 404));
		assertThat(viewer.get("/reports/" + NONE).status()).isEqualTo(404);
		assertThat(ACTS)
			.allSatisfy((act) -> assertThat(viewer.post("/api/verifications/" + NONE + "/" + act, "{}").status())
				.isEqualTo(403));
		assertThat(CHANGES).allSatisfy((path) -> assertThat(viewer.post(path, "{}").status()).isEqualTo(403));
		assertThat(viewer.delete("/api/connections/" + NONE).status()).isEqualTo(403);
		Caller.Answer refused = viewer.patch("/api/connections/" + NONE, "{}");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(viewer.get("/api/accounts").status()).isEqualTo(403);
	}

	@Test
	void operatorsActOnChecksOnly() {
		Caller operator = Somebody.with(this.samples.stranger(), "operator").caller();
		assertThat(ACTS)
			.allSatisfy((act) -> assertThat(operator.post("/api/verifications/" + NONE + "/" + act, "{}").status())
				.isIn(400, 404));
		assertThat(CHANGES).allSatisfy((path) -> assertThat(operator.post(path, "{}").status()).isEqualTo(403));
	}

	@Test
	void administratorsChangeEverything() {
		Caller administrator = Somebody.with(this.samples.stranger(), "administrator").caller();
		assertThat(CHANGES).allSatisfy((path) -> assertThat(administrator.post(path, "{}").status()).isIn(400, 404));
		assertThat(administrator.get("/api/accounts").text()).contains("administrator").doesNotContain("bcrypt");
	}

	@Test
	void changesOfAccountsCountAtOnceAndAreWrittenDown() {
		Somebody somebody = Somebody.with(this.samples.stranger(), "viewer");
		Caller admin = this.samples.stranger().operator();
		String path = "/api/accounts/" + somebody.name();
		assertThat(admin.patch(path, "{\"role\": \"operator\"}").json().path("role").asString()).isEqualTo("operator");
		assertThat(somebody.caller().post("/api/verifications/" + NONE + "/cancel", "").status()).isEqualTo(404);
		assertThat(admin.patch(path, "{\"disabled\": true}").json().path("disabledAt").isNull()).isFalse();
		assertThat(somebody.caller().get("/api/connections").status()).isEqualTo(401);
		admin.patch(path, "{\"disabled\": false, \"password\": \"another long password\"}");
		assertThat(somebody.caller().get("/api/connections").status()).isEqualTo(401);
		assertThat(this.samples.stranger()
			.basic(somebody.name(), "another long password")
			.get("/api/connections")
			.status()).isEqualTo(200);
		assertThat(this.jdbc.sql("select action from audit where subject = ? and operator = 'admin' order by audit_id")
			.param(somebody.name())
			.query(String.class)
			.list())
			.contains("account.make", "account.role-operator", "account.disable", "account.password", "account.enable");
	}

	@Test
	void refusesAccountsThatAreNoneAndNamesThatAreTaken() {
		Caller admin = this.samples.stranger().operator();
		String whole = "{\"name\": \"%s\", \"password\": \"%s\", \"role\": \"%s\"}";
		assertThat(admin.post("/api/accounts", whole.formatted("A b", Somebody.PASSWORD, "viewer")).status())
			.isEqualTo(400);
		assertThat(admin.post("/api/accounts", whole.formatted("short", "too short", "viewer")).status())
			.isEqualTo(400);
		assertThat(admin.post("/api/accounts", whole.formatted("long", "x".repeat(73), "viewer")).status())
			.isEqualTo(400);
		assertThat(admin.post("/api/accounts", whole.formatted("role", Somebody.PASSWORD, "root")).status())
			.isEqualTo(400);
		assertThat(admin.post("/api/accounts", whole.formatted("admin", Somebody.PASSWORD, "viewer")).status())
			.isEqualTo(409);
		assertThat(admin.patch("/api/accounts/nobody-here", "{\"disabled\": true}").status()).isEqualTo(404);
	}

	@Test
	void guessingGetsSlowForOneNameOnly() {
		Somebody somebody = Somebody.with(this.samples.stranger(), "viewer");
		Caller guess = this.samples.stranger().basic(somebody.name(), "wrong");
		for (int i = 0; i < 11; i++) {
			assertThat(guess.get("/api/connections").status()).isEqualTo(401);
		}
		Caller.Answer paused = somebody.caller().get("/api/connections");
		assertThat(paused.status()).isEqualTo(429);
		assertThat(Integer.parseInt(paused.header("Retry-After"))).isBetween(1, 60);
		assertThat(this.samples.stranger().operator().get("/api/connections").status()).isEqualTo(200);
		this.jdbc.sql("update sign_in_attempt set retry_at = now() - interval '1 second'").update();
		assertThat(somebody.caller().get("/api/connections").status()).isEqualTo(200);
		assertThat(guess.get("/api/connections").status()).as("counts from the start again").isEqualTo(401);
		assertThat(somebody.caller().get("/api/connections").status()).isEqualTo(200);
	}

}
