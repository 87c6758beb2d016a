package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.bgvbridge.sandbox.callback.CallbackReceiver;
import io.bgvbridge.sandbox.callback.Hmac;
import io.bgvbridge.sandbox.http.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class WebhooksTests {

	private static final String SIGNATURE = "X-Checkr-Signature";

	private final CallbackReceiver receiver = new CallbackReceiver();

	private final Account account = new Account();

	private final String invitationId = this.account.invitation();

	@BeforeEach
	void register() {
		this.account.vendor.retryDelay(Duration.ofMillis(20));
		Caller.await(() -> this.account.vendor.webhooks().size() == 2);
		this.account.caller.post("/ui/webhook", "{\"url\":\"" + this.receiver.url() + "\"}");
	}

	@AfterEach
	void close() {
		this.account.close();
		this.receiver.close();
	}

	@Test
	void tellOfTheFormAndTheReport() {
		this.account.caller.post("/ui/invitations/" + this.invitationId + "/fill-form", "");
		List<JsonNode> bodies = await(2);
		assertThat(bodies).extracting((body) -> body.path("type").asString())
			.containsExactly("invitation.completed", "report.created");
		JsonNode body = bodies.getLast();
		assertThat(body.path("object").asString()).isEqualTo("event");
		assertThat(body.path("id").asString()).isNotEqualTo(bodies.getFirst().path("id").asString());
		assertThat(Instant.parse(body.path("created_at").asString())).isAfter(Instant.now().minusSeconds(60));
		JsonNode object = body.path("data").path("object");
		assertThat(object.path("object").asString()).isEqualTo("report");
		assertThat(object.path("status").asString()).isEqualTo("pending");
		assertThat(object.path("id").asString()).isEqualTo(this.account.vendor.reports().getFirst().id());
		assertThat(this.receiver.headers("User-Agent")).containsOnly("Checkr-Webhook/1.0");
	}

	@Test
	void tellOfWhatTheCompanyDoes() {
		this.account.invitation();
		assertThat(await(2)).extracting((body) -> body.path("type").asString())
			.containsExactlyInAnyOrder("candidate.created", "invitation.created");
		this.account.caller.delete("/v1/invitations/" + this.invitationId);
		assertThat(await(3).getLast().path("type").asString()).isEqualTo("invitation.deleted");
	}

	@Test
	void areSignedOverTheRawBytes() {
		this.account.vendor.expireInvitation(this.invitationId, WebhookDelivery.ONCE);
		await(1);
		CallbackReceiver.Received call = this.receiver.received().getFirst();
		assertThat(call.header(SIGNATURE)).isEqualTo(Hmac.hex(CheckrSimulator.API_KEY, call.body()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "unsigned", "wrong-secret", "tampered" })
	void canBeForged(String signing) {
		this.account.caller.post("/ui/invitations/" + this.invitationId + "/expire",
				"{\"signing\":\"" + signing + "\"}");
		await(1);
		CallbackReceiver.Received call = this.receiver.received().getFirst();
		assertThat(call.header(SIGNATURE)).isNotEqualTo(Hmac.hex(CheckrSimulator.API_KEY, call.body()));
		assertThat("null".equals(call.header(SIGNATURE))).isEqualTo(signing.equals("unsigned"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 503, 401 })
	void comeAgainUntilTheyAreTaken(int status) {
		this.receiver.answers(status);
		this.account.vendor.expireInvitation(this.invitationId, WebhookDelivery.ONCE);
		await(3);
		this.receiver.answers(200);
		Caller.await(() -> Integer.valueOf(200).equals(this.account.vendor.webhooks().getLast().status()));
		int taken = this.receiver.received().size();
		assertThat(this.receiver.received()).extracting((call) -> new String(call.body()))
			.containsOnly(new String(this.receiver.received().getFirst().body()));
		this.account.invitation();
		assertThat(await(taken + 2)).hasSize(taken + 2);
	}

	@Test
	void areDuplicatedReorderedDelayedAndAged() {
		this.account.caller.post("/ui/invitations/" + this.invitationId + "/fill-form",
				"{\"times\":2,\"reversed\":true,\"delayMs\":50,\"ageSeconds\":864000}");
		List<JsonNode> bodies = await(4);
		assertThat(bodies).extracting((body) -> body.path("type").asString())
			.containsExactly("report.created", "report.created", "invitation.completed", "invitation.completed");
		assertThat(bodies.get(0).path("id")).isEqualTo(bodies.get(1).path("id"));
		assertThat(Instant.parse(bodies.getFirst().path("created_at").asString()))
			.isBefore(Instant.now().minus(Duration.ofDays(9)));
	}

	@Test
	void areNotSentWhenToldNotTo() {
		this.account.caller.post("/ui/invitations/" + this.invitationId + "/fill-form", "{\"webhook\":false}");
		this.account.vendor.complete(this.account.vendor.reports().getFirst().id(), CheckrReport.Verdict.CLEAR,
				WebhookDelivery.ONCE);
		assertThat(await(1)).extracting((body) -> body.path("type").asString()).containsExactly("report.completed");
	}

	@Test
	void doNotShowTheCandidatesLinkOnTheScreens() {
		String token = this.account.vendor.invitations().getFirst().token();
		assertThat(this.account.caller.get("/ui/invitations").text()).contains(this.invitationId).doesNotContain(token);
	}

	private List<JsonNode> await(int count) {
		Caller.await(() -> this.receiver.received().size() >= count);
		return this.receiver.bodies();
	}

}
