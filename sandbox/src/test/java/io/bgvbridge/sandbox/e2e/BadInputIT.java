package io.bgvbridge.sandbox.e2e;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the gateway is sent and must not take; none of it reaches a topic.
 */
class BadInputIT {

	private static final String START = "/ashby/assessment.start";

	private final Product product = Product.running();

	private final TopicReader requests = new TopicReader(this.product.stack);

	private long before;

	@BeforeEach
	void count() {
		this.before = this.requests.count(Topics.VERIFICATION_REQUESTED);
	}

	@AfterEach
	void publishesNothing() {
		assertThat(this.requests.count(Topics.VERIFICATION_REQUESTED)).isEqualTo(this.before);
	}

	@Test
	void refusesStartsWithoutOrWithWrongCredentials() {
		String body = start(this.product.person(), this.product.typeId());
		assertThat(this.product.gateway.post(START, body).status()).isEqualTo(401);
		Caller.Answer wrong = this.product.gateway.basic("bgvt_wrong", "").post(START, body);
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
		assertThat(this.product.gateway.authorized("Basic ???").post(START, body).status()).isEqualTo(401);
		assertThat(this.product.gateway.authorized("Bearer x").post(START, body).status()).isEqualTo(401);
		assertThat(this.product.gateway.get("/api/connections").status()).isEqualTo(401);
	}

	@Test
	void refusesCallbacksWithoutTheSecret() {
		long callbacks = this.requests.count(Topics.PROVIDER_CALLBACK_RECEIVED);
		String path = "/callbacks/springverify/" + this.product.connectionId();
		assertThat(this.product.gateway.post(path, "{}").status()).isEqualTo(401);
		assertThat(this.product.gateway.authorized("Bearer wrong").post(path, "{}").status()).isEqualTo(401);
		assertThat(this.product.gateway.authorized("Bearer wrong")
			.post("/callbacks/springverify/" + UUID.randomUUID(), "{}")
			.status()).isEqualTo(401);
		assertThat(this.requests.count(Topics.PROVIDER_CALLBACK_RECEIVED)).isEqualTo(callbacks);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "\"x\"", "{\"candidate\":", "", "{\"a\":1,\"a\":2}" })
	void refusesMalformedJson(String body) {
		assertThat(this.product.asAshby().post(START, body).status()).isIn(400, 422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "assessment_type_id", "candidate", "application", "job" })
	void namesAMissingField(String field) {
		String body = start(this.product.person(), this.product.typeId()).replace("\"" + field + "\"", "\"other\"");
		Caller.Answer answer = this.product.asAshby().post(START, body);
		assertThat(answer.status()).isIn(400, 422);
		assertThat(answer.text()).containsIgnoringCase(field.replace("assessment_type_id", "assessment"));
	}

	@Test
	void refusesAnUnknownAssessmentType() {
		Caller.Answer answer = this.product.asAshby()
			.post(START, start(this.product.person(), UUID.randomUUID().toString()));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().path("message").asString("")).isNotBlank();
	}

	@Test
	void tellsTheRecruiterAtOnceThatThePhoneIsMissing() {
		Candidate person = this.product.ashby.addCandidate("No", "Phone", "no.phone@example.com", null);
		Caller.Answer answer = this.product.asAshby().post(START, start(person, this.product.typeId()));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().path("message").asString("")).containsIgnoringCase("phone");
	}

	@Test
	void refusesACharacterThatCannotBeStored() {
		String body = start(this.product.person(), this.product.typeId()).replace("\"Asha\"", "\"As\\u0000ha\"");
		assertThat(this.product.asAshby().post(START, body).status()).isIn(400, 422);
	}

	@Test
	void refusesABodyOverOneMebibyteWithOrWithoutItsLength() {
		byte[] large = new byte[(1 << 20) + 1];
		Arrays.fill(large, (byte) ' ');
		assertThat(this.product.asAshby().post(START, BodyPublishers.ofByteArray(large)).status()).isEqualTo(413);
		assertThat(this.product.asAshby()
			.post(START, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
			.status()).isEqualTo(413);
	}

	@Test
	void refusesAnotherContentType() {
		assertThat(this.product.asAshby()
			.sending("text/plain")
			.post(START, start(this.product.person(), this.product.typeId()))
			.status()).isEqualTo(415);
	}

	@Test
	void listsTypesForADoubledSlashAndAnEmptyBody() {
		assertThat(this.product.asAshby().post("//ashby//assessment.list", "").json(200).path("success").asBoolean())
			.isTrue();
	}

	@Test
	void refusesAConnectionToAHostThatIsNotAllowed() {
		Caller.Answer answer = this.product.operator()
			.post("/api/connections",
					Map.of("name", "x", "ashby", Map.of("apiKey", "k", "baseUrl", "http://169.254.169.254/"),
							"provider", Map.of("kind", "springverify", "apiToken", "t")));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).contains("baseUrl");
	}

	static String start(Candidate person, String typeId) {
		return """
				{"assessment_type_id": "%s",
				 "candidate": {"ashby_id": "%s", "first_name": "%s", "last_name": "%s", "email": "%s",
				  "ashby_profile_url": "https://app.ashbyhq.com/candidates/%s"},
				 "application": {"ashby_id": "%s", "status": "Active"},
				 "job": {"ashby_id": "4071538b-3cac-4fbf-ac76-f78ed250ffdd", "name": "Designer",
				  "ashby_job_url": "https://app.ashbyhq.com/jobs/4071538b"}}
				""".formatted(typeId, person.id(), person.firstName(), person.lastName(), person.email(), person.id(),
				person.applicationId());
	}

}
