package io.bgvbridge.sandbox.stackone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.bgvbridge.sandbox.callback.CallbackReceiver;
import io.bgvbridge.sandbox.callback.Hmac;
import io.bgvbridge.sandbox.callback.Signing;
import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ResultEventsTests {

	private static final String SIGNATURE = "x-stackone-signature";

	private final CallbackReceiver receiver = new CallbackReceiver();

	private final StackOneSimulator vendor = new StackOneSimulator();

	private final SandboxServer server = SandboxServer.start(0, this.vendor);

	private final Caller caller = new Caller(this.server.url("stackone"),
			Caller.basic(StackOneSimulator.API_KEY + ":"));

	private String id = "";

	@BeforeEach
	void order() {
		this.id = this.caller.send(this.caller.json("/unified/screening/orders", """
				{"package_id":"54321","candidate":{"first_name":"Asha","last_name":"Rao","email":"a@example.com"},
				"unified_custom_fields":{"order_ref":"o-1"}}""").header("x-account-id", StackOneSimulator.ACCOUNT_ID))
			.json()
			.path("data")
			.path("id")
			.asString();
		assertThat(this.caller.post("/ui/webhook", "{\"url\":\"" + this.receiver.url() + "\"}").text())
			.isEqualTo("{\"url\":\"" + this.receiver.url() + "\"}");
	}

	@AfterEach
	void close() {
		this.server.close();
		this.receiver.close();
	}

	@Test
	void tellsACompletedOrder() {
		status("{\"status\":\"completed\",\"score\":\"75\",\"summary\":\"All done\"}");
		JsonNode body = await(1).getFirst();
		assertThat(body.path("event").asString()).isEqualTo("screening.results.completed");
		assertThat(body.path("account_id").asString()).isEqualTo(StackOneSimulator.ACCOUNT_ID);
		assertThat(body.path("event_date").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
		JsonNode data = body.path("data");
		assertThat(data.path("order_id").asString()).isEqualTo(this.id);
		assertThat(data.path("remote_id").asString()).startsWith("REQ-");
		assertThat(data.path("status").asString()).isEqualTo("completed");
		assertThat(data.path("score").path("value").asString()).isEqualTo("75");
		assertThat(data.path("summary").asString()).isEqualTo("All done");
		assertThat(data.path("unified_custom_fields").path("order_ref").asString()).isEqualTo("o-1");
		assertThat(data.path("result_url").asString()).isEqualTo(this.server.url("stackone") + "/results/" + this.id);
		assertThat(this.caller.get("/results/" + this.id).status()).isEqualTo(200);
	}

	@Test
	void signsTheRawBytes() {
		status("{\"status\":\"in_progress\"}");
		await(1);
		CallbackReceiver.Received call = this.receiver.received().getFirst();
		assertThat(call.header(SIGNATURE)).isEqualTo(Hmac.base64Url(StackOneSimulator.SIGNING_SECRET, call.body()))
			.doesNotContain("=", "+", "/");
		this.caller.post("/ui/webhook", "{\"url\":\"" + this.receiver.url() + "\",\"secret\":\"next\"}");
		status("{\"status\":\"completed\"}");
		await(2);
		CallbackReceiver.Received later = this.receiver.received().getLast();
		assertThat(later.header(SIGNATURE)).isEqualTo(Hmac.base64Url("next", later.body()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "unsigned", "wrong-secret", "tampered" })
	void sendsWhatMustBeRefused(String signing) {
		status("{\"status\":\"completed\",\"signing\":\"" + signing + "\"}");
		await(1);
		CallbackReceiver.Received call = this.receiver.received().getFirst();
		assertThat(call.header(SIGNATURE)).isNotEqualTo(Hmac.base64Url(StackOneSimulator.SIGNING_SECRET, call.body()));
		assertThat(call.json().path("data").path("status").asString()).isEqualTo("completed");
		assertThat("null".equals(call.header(SIGNATURE))).isEqualTo(signing.equals("unsigned"));
	}

	@ParameterizedTest
	@CsvSource({ "pending,created", "in_progress,updated", "completed,completed", "failed,failed",
			"cancelled,cancelled", "unmapped_value,updated" })
	void spellsEventsBothWays(String status, String suffix) {
		this.vendor.setStatus(this.id, status);
		this.vendor.setStatus(this.id, status, EventDelivery.ONCE.spelt(EventDelivery.Spelling.SINGULAR));
		assertThat(await(2)).extracting((body) -> body.path("event").asString())
			.containsExactlyInAnyOrder("screening.results." + suffix, "screening.result." + suffix);
	}

	@Test
	void leavesOutWhatItIsTold() {
		status("{\"status\":\"completed\",\"missing\":[\"order_id\",\"remote_id\",\"status\"],\"bare\":true}");
		JsonNode body = await(1).getFirst();
		assertThat(body.propertyNames()).containsExactly("event", "data");
		assertThat(body.path("data").path("order_id").isNull()).isTrue();
		assertThat(body.path("data").path("status").isNull()).isTrue();
		assertThat(body.path("data").path("unified_custom_fields").path("order_ref").asString()).isEqualTo("o-1");
	}

	@Test
	void namesAnotherAccountAndAnEarlierTime() {
		status("{\"status\":\"completed\",\"accountId\":\"other\",\"ageSeconds\":864000}");
		JsonNode body = await(1).getFirst();
		assertThat(body.path("account_id").asString()).isEqualTo("other");
		assertThat(Instant.parse(body.path("sent_at").asString())).isBefore(Instant.now().minus(Duration.ofDays(9)));
	}

	@Test
	void repeatsReordersAndDelays() {
		status("{\"statuses\":[\"in_progress\",\"completed\"],\"reversed\":true,\"times\":2}");
		assertThat(await(4)).extracting((body) -> body.path("data").path("status").asString())
			.containsExactly("completed", "completed", "in_progress", "in_progress");
		this.vendor.setStatus(this.id, "failed", EventDelivery.ONCE.after(Duration.ofMillis(300)));
		this.vendor.setStatus(this.id, "cancelled");
		assertThat(await(6).subList(4, 6)).extracting((body) -> body.path("data").path("status").asString())
			.containsExactly("cancelled", "failed");
	}

	@Test
	void sendsNothingAgain() {
		this.receiver.answers(503);
		this.vendor.setStatus(this.id, "completed");
		Caller.await(() -> this.vendor.events().size() == 1);
		assertThat(this.vendor.events().getFirst().status()).isEqualTo(503);
		assertThat(this.receiver.received()).hasSize(1);
		this.vendor.setStatus(this.id, "failed", EventDelivery.NONE);
		assertThat(this.caller.get("/ui/events").json()).hasSize(1);
	}

	@Test
	void letsResultPagesExpire() {
		this.caller.post("/ui/settings", "{\"resultPageSeconds\":0}");
		status("{\"status\":\"completed\",\"callback\":false}");
		assertThat(this.caller.get("/results/" + this.id).status()).isEqualTo(403);
		assertThat(this.caller.get("/results/none").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"status\":\"x\",\"times\":11}", "{\"status\":\"x\",\"signing\":\"blue\"}",
			"{\"status\":\"x\",\"missing\":[\"colour\"]}", "{\"status\":\"x\",\"colour\":1}" })
	void refusesUnfitStatus(String body) {
		assertThat(this.caller.post("/ui/orders/" + this.id + "/status", body).status()).isEqualTo(400);
		assertThat(this.vendor.orders().getFirst().result().status()).isEqualTo("pending");
		assertThat(this.caller.post("/ui/orders/none/status", "{\"status\":\"completed\"}").status()).isEqualTo(404);
	}

	@Test
	void knowsEveryWayToSign() {
		assertThat(Signing.values()).extracting(Signing::wire)
			.containsExactly("right", "unsigned", "wrong-secret", "tampered");
	}

	private void status(String body) {
		assertThat(this.caller.post("/ui/orders/" + this.id + "/status", body).status()).isEqualTo(200);
	}

	private List<JsonNode> await(int count) {
		Caller.await(() -> this.receiver.received().size() >= count);
		return this.receiver.bodies();
	}

}
