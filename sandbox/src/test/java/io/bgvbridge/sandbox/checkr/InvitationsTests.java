package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.bgvbridge.sandbox.http.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationsTests {

	private final Account account = new Account();

	private final String candidateId = this.account.candidate();

	@AfterEach
	void close() {
		this.account.close();
	}

	@Test
	void listsPackages() {
		assertThat(this.account.get("/packages").json().path("data").valueStream())
			.extracting((row) -> row.path("slug").asString())
			.contains("employment_education", "checkrdirect_essential_criminal");
	}

	@Test
	void invites() {
		Caller.Reply reply = this.account.post("/invitations", Account.INVITATION.formatted(this.candidateId));
		assertThat(reply.status()).isEqualTo(201);
		JsonNode made = reply.json();
		assertThat(made.path("status").asString()).isEqualTo("pending");
		assertThat(made.path("candidate_id").asString()).isEqualTo(this.candidateId);
		assertThat(made.path("report_id").isNull()).isTrue();
		assertThat(made.path("tags").valueStream()).extracting(JsonNode::asString)
			.containsExactly("bgv-bridge", "order:o-1");
		assertThat(Instant.parse(made.path("expires_at").asString())).isCloseTo(Instant.now().plus(Duration.ofDays(7)),
				within(5));
		assertThat(this.account.get("/invitations/" + made.path("id").asString()).text()).isEqualTo(reply.text());
		assertThat(this.account.vendor.findByTag("order:o-1")).hasSize(1);
		assertThat(this.account.vendor.findByEmail("asha.rao@example.com")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "\"package\":\"employment_education\", | `` | package is required",
					"employment_education | lunch | package is unknown", "\"ENG\" | \"HR\" | node is unknown",
					"[{\"country\":\"US\",\"city\":\"Reno\"}] | [] | work_locations is invalid",
					"\"US\" | \"India\" | work_locations is invalid",
					"\"work_locations\":[{\"country\":\"US\",\"city\":\"Reno\"}], | `` | work_locations is required",
					"[\"bgv-bridge\",\"order:o-1\"] | \"x\" | tags is invalid",
					"\"node\" | \"branch\" | branch is not a known parameter" })
	void refusesUnfitMember(String good, String bad, String problem) {
		String usual = Account.INVITATION.formatted(this.candidateId);
		String body = usual.replace(good, bad);
		assertThat(body).isNotEqualTo(usual);
		Caller.Reply reply = this.account.post("/invitations", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("error").valueStream()).extracting(JsonNode::asString).containsExactly(problem);
		assertThat(this.account.vendor.invitations()).isEmpty();
	}

	@Test
	void refusesAnUnknownCandidate() {
		assertThat(this.account.post("/invitations", Account.INVITATION.formatted("nobody")).status()).isEqualTo(404);
	}

	@Test
	void listsThoseOfACandidate() {
		String first = this.account.invitation(this.candidateId);
		String second = this.account.invitation(this.candidateId);
		this.account.invitation(this.account.candidate());
		assertThat(this.account.get("/invitations?candidate_id=" + this.candidateId).json().path("data").valueStream())
			.extracting((each) -> each.path("id").asString())
			.containsExactly(second, first);
		assertThat(this.account.get("/invitations?status=expired").json().path("data")).isEmpty();
	}

	@Test
	void leavesWorkElsewhereOutOfLists() {
		String body = Account.INVITATION.formatted(this.candidateId).replace("\"US\"", "\"IN\"");
		String id = this.account.post("/invitations", body).json().path("id").asString();
		assertThat(this.account.get("/invitations?candidate_id=" + this.candidateId).json().path("data")).isEmpty();
		assertThat(this.account.get("/invitations/" + id).status()).isEqualTo(200);
		assertThat(this.account.get("/invitations?status=deleted").status()).isEqualTo(400);
	}

	@Test
	void deletesOnce() {
		String id = this.account.invitation(this.candidateId);
		JsonNode deleted = this.account.caller.delete("/v1/invitations/" + id).json();
		assertThat(deleted.path("deleted_at").isString()).isTrue();
		assertThat(this.account.caller.delete("/v1/invitations/" + id).status()).isEqualTo(404);
		assertThat(this.account.get("/invitations/" + id).status()).isEqualTo(404);
		assertThat(
				this.account.get("/invitations/" + id + "?include_deleted=true").json().path("deleted_at").isString())
			.isTrue();
		assertThat(this.account.get("/invitations?candidate_id=" + this.candidateId).json().path("data")).isEmpty();
	}

	@Test
	void refusesToDeleteOnceTheReportHasBegun() {
		String id = this.account.invitation(this.candidateId);
		this.account.vendor.fillForm(id, WebhookDelivery.NONE);
		Caller.Reply reply = this.account.caller.delete("/v1/invitations/" + id);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("error").asString()).contains("completed");
	}

	@Test
	void runsOut() {
		this.account.caller.post("/ui/settings", "{\"invitationSeconds\":0}");
		String id = this.account.invitation(this.candidateId);
		assertThat(this.account.get("/invitations/" + id).json().path("status").asString()).isEqualTo("expired");
		assertThat(this.account.caller.post("/ui/invitations/" + id + "/fill-form", "").status()).isEqualTo(409);
		this.account.vendor.invitationLifetime(Duration.ofDays(7));
		String other = this.account.invitation(this.candidateId);
		this.account.caller.post("/ui/invitations/" + other + "/expire", "");
		assertThat(this.account.get("/invitations/" + other).json().path("status").asString()).isEqualTo("expired");
	}

	@Test
	void refusesAFourthReportOfTheSamePerson() {
		for (int i = 0; i < 3; i++) {
			this.account.vendor.fillForm(this.account.invitation(this.candidateId), WebhookDelivery.NONE);
		}
		assertThat(this.account.post("/invitations", Account.INVITATION.formatted(this.candidateId)).status())
			.isEqualTo(409);
		assertThat(this.account.vendor.invitations()).hasSize(3);
	}

	private static org.assertj.core.data.TemporalUnitOffset within(int minutes) {
		return org.assertj.core.api.Assertions.within(minutes, ChronoUnit.MINUTES);
	}

}
