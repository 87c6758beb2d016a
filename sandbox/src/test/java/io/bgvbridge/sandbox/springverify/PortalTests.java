package io.bgvbridge.sandbox.springverify;

import io.bgvbridge.sandbox.callback.CallbackReceiver;
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

class PortalTests {

	private final CallbackReceiver receiver = new CallbackReceiver();

	private final SpringVerifySimulator vendor = new SpringVerifySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.vendor);

	private final Caller caller = new Caller(this.server.url("springverify"),
			"Bearer " + SpringVerifySimulator.API_TOKEN);

	private long id;

	@BeforeEach
	void order() {
		this.id = this.caller.post("/external/v1/candidate/add", """
				{"candidate":{"name":"Asha Rao","email":"asha.rao@example.com","phone":"9876543210","invite":true,
				"meta_data":{"order_id":"o-1"}},"package":{"package_id":12,"subtype_id":34}}""")
			.json()
			.path("data")
			.path("candidate_id")
			.asLong();
		Caller.Reply reply = this.caller.post("/ui/callback",
				"{\"url\":\"" + this.receiver.url() + "\",\"secret\":\"hush\"}");
		assertThat(reply.text()).isEqualTo("{\"url\":\"" + this.receiver.url() + "\",\"disabled\":false}");
	}

	@AfterEach
	void close() {
		this.server.close();
		this.receiver.close();
	}

	@Test
	void reportsCompletion() {
		assertThat(status("{\"code\":1,\"callback\":true}").json().path("code").asInt()).isEqualTo(1);
		awaitCallbacks(1);
		JsonNode body = this.receiver.bodies().getFirst();
		assertThat(body.path("event").asString()).isEqualTo("completed");
		assertThat(body.path("candidate_id").asLong()).isEqualTo(this.id);
		assertThat(body.path("overall_status_code").asInt()).isEqualTo(1);
		assertThat(body.path("overall_status").asString()).isEqualTo("Completed");
		assertThat(body.path("completed_date").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
		assertThat(body.path("email").asString()).isEqualTo("asha.rao@example.com");
		assertThat(body.path("report_url").asString()).contains("signature=");
		assertThat(body.path("meta_data").path("order_id").asString()).isEqualTo("o-1");
		assertThat(this.receiver.headers("Authorization")).containsExactly("Bearer hush");
		assertThat(this.caller.get("/ui/callbacks").json()).singleElement()
			.satisfies((sent) -> assertThat(sent.path("status").asInt()).isEqualTo(200))
			.satisfies((sent) -> assertThat(sent.path("outcome").asString()).isEqualTo("answered"));
	}

	@Test
	void submitsFormOnce() {
		String path = "/ui/candidates/" + this.id + "/submit-form";
		assertThat(this.caller.post(path, "").json().path("code").asInt()).isZero();
		awaitCallbacks(2);
		assertThat(this.receiver.bodies()).extracting((body) -> body.path("overall_status_code").asInt())
			.containsExactly(4, 0);
		assertThat(this.receiver.bodies()).extracting((body) -> body.path("event").asString())
			.containsOnly("status_update");
		assertThat(this.receiver.bodies().getLast().path("completed_date").isNull()).isTrue();
		assertThat(this.caller.post(path, "").status()).isEqualTo(409);
	}

	@Test
	void completesAtOnce() {
		this.caller.post("/ui/candidates/" + this.id + "/complete", "");
		awaitCallbacks(1);
		assertThat(this.vendor.findByOrderId("o-1").getFirst().code()).isEqualTo(1);
	}

	@Test
	void cancelsAtOnce() {
		String path = "/ui/candidates/" + this.id + "/cancel";
		assertThat(this.caller.post(path, "").json().path("status").asString()).isEqualTo("Cancelled");
		awaitCallbacks(1);
		assertThat(this.receiver.bodies().getFirst().path("overall_status_code").asInt()).isEqualTo(10);
		assertThat(this.caller.post("/ui/candidates/1/cancel", "").status()).isEqualTo(404);
		assertThat(this.caller.post(path, "{\"colour\":1}").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "1,completed,Completed", "6,completed,Completed with exception", "8,completed,Closed",
			"10,completed,Cancelled", "9,status_update,On Hold", "12,status_update,Insufficient funds",
			"99,status_update,Status 99" })
	void tellsFinalFromInterim(int code, String event, String text) {
		this.vendor.setStatus(this.id, code);
		awaitCallbacks(1);
		assertThat(this.receiver.bodies().getFirst().path("event").asString()).isEqualTo(event);
		assertThat(this.receiver.bodies().getFirst().path("overall_status").asString()).isEqualTo(text);
	}

	@Test
	void forgetsCompletionWhenReopened() {
		this.vendor.setStatus(this.id, 1, Delivery.NONE);
		assertThat(this.vendor.setStatus(this.id, 0, Delivery.NONE).completedAt()).isNull();
	}

	@Test
	void sendsTwiceOrUnsignedOrNotAtAll() {
		status("{\"code\":0,\"times\":2}");
		awaitCallbacks(2);
		status("{\"code\":9,\"unsigned\":true}");
		awaitCallbacks(3);
		assertThat(this.receiver.headers("Authorization")).containsExactly("Bearer hush", "Bearer hush", "null");
		status("{\"code\":5,\"callback\":false}");
		status("{\"code\":1}");
		awaitCallbacks(4);
		assertThat(this.receiver.bodies()).extracting((body) -> body.path("overall_status_code").asInt())
			.containsExactly(0, 0, 9, 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void disablesCallbackThatAnswers(int status) {
		this.receiver.answers(status);
		this.vendor.setStatus(this.id, 9);
		awaitCallbacks(1);
		assertThat(this.caller.get("/ui/callback").json().path("disabled").asBoolean()).isTrue();
		this.vendor.setStatus(this.id, 1);
		awaitCallbacks(2);
		assertThat(this.vendor.callbacks()).extracting(SentCallback::outcome).containsExactly("answered", "disabled");
		assertThat(this.receiver.bodies()).hasSize(1);
		this.vendor.callback(this.receiver.url(), "hush");
		assertThat(this.vendor.callbackDisabled()).isFalse();
	}

	@Test
	void staysEnabledAfter500AndWhenNobodyListens() {
		this.receiver.answers(500);
		this.vendor.setStatus(this.id, 9);
		awaitCallbacks(1);
		this.receiver.close();
		this.vendor.setStatus(this.id, 1);
		awaitCallbacks(2);
		assertThat(this.vendor.callbackDisabled()).isFalse();
		assertThat(this.vendor.callbacks()).extracting(SentCallback::outcome).containsExactly("answered", "failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"code\":\"1\"}", "{\"code\":1,\"times\":0}", "{\"code\":1,\"times\":11}",
			"{\"code\":1,\"delayMs\":-1}", "{\"code\":1,\"callback\":\"no\"}", "{\"code\":1,\"colour\":1}" })
	void refusesUnfitStatus(String body) {
		assertThat(status(body).status()).isEqualTo(400);
		assertThat(this.vendor.findByOrderId("o-1").getFirst().code()).isEqualTo(3);
	}

	@Test
	void refusesUnknownCandidateAndAddress() {
		assertThat(this.caller.post("/ui/candidates/1/status", "{\"code\":1}").status()).isEqualTo(404);
		assertThat(this.caller.post("/ui/candidates/x/complete", "").status()).isEqualTo(404);
		assertThat(this.caller.post("/ui/candidates/1/submit-form", "").status()).isEqualTo(404);
		for (String url : new String[] { "nowhere", "ftp://x.example/", ":", "//x.example/" }) {
			assertThat(this.caller.post("/ui/callback", "{\"url\":\"" + url + "\",\"secret\":\"s\"}").status())
				.isEqualTo(400);
		}
	}

	@Test
	void listsCandidatesWithoutFormSecret() {
		Caller.Reply reply = this.caller.get("/ui/candidates");
		assertThat(reply.json()).singleElement()
			.satisfies((each) -> assertThat(each.path("metaData").path("order_id").asString()).isEqualTo("o-1"))
			.satisfies((each) -> assertThat(each.path("status").asString()).isEqualTo("Awaiting Input"));
		assertThat(reply.text()).doesNotContain(this.vendor.candidates().getFirst().formToken());
	}

	private Caller.Reply status(String body) {
		return this.caller.post("/ui/candidates/" + this.id + "/status", body);
	}

	private void awaitCallbacks(int count) {
		Caller.await(() -> this.vendor.callbacks().size() >= count);
	}

}
