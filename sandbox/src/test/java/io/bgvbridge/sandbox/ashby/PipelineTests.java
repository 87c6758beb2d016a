package io.bgvbridge.sandbox.ashby;

import java.util.concurrent.locks.LockSupport;

import io.bgvbridge.sandbox.ashby.webhook.WebhookReceiver;
import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class PipelineTests {

	private final WebhookReceiver receiver = new WebhookReceiver();

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"), Caller.basic(AshbySimulator.API_KEY + ":"));

	private final Candidate candidate = this.ashby.candidates().getFirst();

	@BeforeEach
	void register() {
		Caller.Reply reply = this.caller.post("/ui/webhooks",
				"{\"requestUrl\":\"" + this.receiver.url() + "\",\"secretToken\":\"hush\"}");
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.json().path("enabled").asBoolean()).isTrue();
		assertThat(reply.text()).doesNotContain("hush");
	}

	@AfterEach
	void close() {
		this.server.close();
		this.receiver.close();
	}

	@Test
	void tellsAStageChangeAsAshbyDoes() {
		String actionId = act("/move", "{\"stageTitle\":\"Background check\"}");
		Caller.await(() -> this.receiver.events().size() == 2);
		assertThat(this.receiver.events()).extracting(WebhookReceiver.Event::action)
			.containsExactlyInAnyOrder("candidateStageChange", "applicationUpdate");
		assertThat(this.receiver.events()).extracting(WebhookReceiver.Event::actionId).containsOnly(actionId);
		JsonNode application = this.receiver.only("candidateStageChange").json().path("data").path("application");
		assertThat(application.path("id").asString()).isEqualTo(this.candidate.applicationId());
		assertThat(application.path("status").asString()).isEqualTo("Active");
		assertThat(application.path("currentInterviewStage").path("title").asString()).isEqualTo("Background check");
		assertThat(application.path("currentInterviewStage").path("id").asString()).isNotBlank();
		assertThat(application.path("candidate").path("name").asString()).isEqualTo(this.candidate.name());
		assertThat(application.path("candidate").path("primaryPhoneNumber").path("value").asString())
			.isEqualTo(this.candidate.phone());
		assertThat(application.path("job").path("title").asString()).isNotBlank();
		assertThat(application.path("hiringTeam")).hasSize(1);
	}

	@Test
	void keepsTheStageThatWasChosen() {
		act("/move", "{\"stageTitle\":\"Checks\",\"stageId\":\"stage-7\"}");
		JsonNode shown = this.caller.get("/ui/candidates").json().get(0).path("applications").get(0);
		assertThat(shown.path("stage").path("id").asString()).isEqualTo("stage-7");
		assertThat(shown.path("stage").path("title").asString()).isEqualTo("Checks");
	}

	@Test
	void leavesOutAPhoneThatAshbyDoesNotKnow() {
		Candidate without = this.ashby.addCandidate("Nila", "Bose", "nila@example.com", null);
		this.ashby.pipeline().move(without.applicationId(), "Checks", null);
		Caller.await(() -> this.receiver.events().size() == 2);
		assertThat(this.receiver.only("candidateStageChange").json().toString()).contains("Nila Bose")
			.doesNotContain("primaryPhoneNumber");
	}

	@Test
	void tellsAHireByThreeEventsOfOneDeed() {
		String actionId = act("/hire", "{}");
		Caller.await(() -> this.receiver.events().size() == 3);
		assertThat(this.receiver.events()).extracting(WebhookReceiver.Event::action)
			.containsExactlyInAnyOrder("candidateHire", "candidateStageChange", "applicationUpdate");
		assertThat(this.receiver.events()).extracting(WebhookReceiver.Event::actionId).containsOnly(actionId);
		assertThat(
				this.receiver.only("candidateHire").json().path("data").path("application").path("status").asString())
			.isEqualTo("Hired");
	}

	@Test
	void movesEverythingToTheSurvivorOfAMerge() {
		Candidate survivor = this.ashby.candidates().getLast();
		note();
		act("/merge", "{\"into\":\"" + survivor.id() + "\"}");
		Caller.await(() -> !this.receiver.events().isEmpty());
		JsonNode data = this.receiver.only("candidateMerge").json().path("data");
		assertThat(data.path("deletedCandidate").path("id").asString()).isEqualTo(this.candidate.id());
		assertThat(data.path("mergedCandidate").path("id").asString()).isEqualTo(survivor.id());
		assertThat(info(this.candidate.id()).path("errorInfo").path("code").asString())
			.isEqualTo("candidate_not_found");
		assertThat(info(survivor.id()).path("results").path("applicationIds")).hasSize(2);
		assertThat(this.ashby.notes()).singleElement().extracting(Note::candidateId).isEqualTo(survivor.id());
		assertThat(this.ashby.application(this.candidate.applicationId()).candidateId()).isEqualTo(survivor.id());
		assertThat(this.caller
			.post("/ui/candidates/" + survivor.id() + "/move",
					"{\"stageTitle\":\"Checks\",\"applicationId\":\"" + this.candidate.applicationId() + "\"}")
			.status()).isEqualTo(200);
	}

	@Test
	void forgetsADeletedCandidate() {
		note();
		assertThat(this.caller.delete("/ui/candidates/" + this.candidate.id()).status()).isEqualTo(200);
		Caller.await(() -> !this.receiver.events().isEmpty());
		assertThat(this.receiver.only("candidateDelete").json().path("data").toString())
			.isEqualTo("{\"candidate\":{\"id\":\"" + this.candidate.id() + "\"}}");
		assertThat(info(this.candidate.id()).path("errorInfo").path("code").asString())
			.isEqualTo("candidate_not_found");
		assertThat(this.ashby.notes()).isEmpty();
		assertThat(this.caller.delete("/ui/candidates/" + this.candidate.id()).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/move|{}|400", "/move|{\"stageTitle\":\" \"}|400", "/move|{\"stageTitle\":7}|400",
			"/move|{\"stageTitle\":\"x\",\"applicationId\":\"a9000000-0000-4000-8000-000000000002\"}|404",
			"/merge|{}|400", "/merge|{\"into\":\"nobody\"}|404",
			"/merge|{\"into\":\"ca000000-0000-4000-8000-000000000001\"}|400", "/hire|{\"colour\":1}|400" })
	void refusesUnfitDeeds(String deed) {
		String[] parts = deed.split("\\|");
		assertThat(this.caller.post("/ui/candidates/" + this.candidate.id() + parts[0], parts[1]).status())
			.isEqualTo(Integer.parseInt(parts[2]));
		assertThat(this.caller.post("/ui/candidates/nobody/hire", "{}").status()).isEqualTo(404);
		assertThat(this.receiver.events()).isEmpty();
	}

	@Test
	void showsWebhooksAndDeliveriesOverHttp() {
		act("/hire", "{}");
		Caller.await(() -> this.caller.get("/ui/webhooks/deliveries").json().size() == 4);
		JsonNode webhook = this.caller.get("/ui/webhooks").json().get(0);
		assertThat(webhook.propertyNames()).containsExactlyInAnyOrder("id", "requestUrl", "enabled");
		JsonNode delivery = this.caller.get("/ui/webhooks/deliveries").json().get(1);
		assertThat(delivery.path("status").asInt()).isEqualTo(200);
		assertThat(this.caller.post("/ui/webhooks/deliveries/2/again", "").json().path("attempt").asInt()).isEqualTo(2);
		assertThat(this.caller.post("/ui/webhooks/deliveries/x/again", "").status()).isEqualTo(404);
		String path = "/ui/webhooks/" + webhook.path("id").asString();
		assertThat(this.caller.post(path, "{\"secretToken\":\"new\"}").json().path("enabled").asBoolean()).isTrue();
		assertThat(this.caller.delete(path).json()).isEmpty();
		assertThat(this.caller.post("/ui/webhooks", "{\"requestUrl\":\"ftp://x\",\"secretToken\":\"s\"}").status())
			.isEqualTo(400);
		assertThat(this.caller.post("/ui/settings", "{\"webhookRetrySpeed\":0}").status()).isEqualTo(400);
		assertThat(this.caller.post("/ui/settings", "{\"webhookRetrySpeed\":100}").status()).isEqualTo(200);
	}

	@Test
	void fallsSilentWithTheServer() {
		this.ashby.webhooks().retrySpeed(1000);
		this.receiver.answers(500);
		act("/hire", "{}");
		Caller.await(() -> this.receiver.events().size() >= 3);
		this.server.close();
		int before = this.receiver.events().size();
		LockSupport.parkNanos(500_000_000);
		assertThat(this.receiver.events()).hasSizeLessThanOrEqualTo(before + 3);
	}

	private String act(String deed, String body) {
		Caller.Reply reply = this.caller.post("/ui/candidates/" + this.candidate.id() + deed, body);
		assertThat(reply.status()).isEqualTo(200);
		return reply.json().path("webhookActionId").asString();
	}

	private void note() {
		this.caller.post("/candidate.createNote", "{\"candidateId\":\"" + this.candidate.id() + "\",\"note\":\"n\"}");
	}

	private JsonNode info(String id) {
		return this.caller.post("/candidate.info", "{\"id\":\"" + id + "\"}").json();
	}

}
