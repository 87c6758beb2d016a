package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ashby's contract, endpoint by endpoint, in both directions, with the documented bodies
 * and those that were seen elsewhere.
 */
class AshbyContractIT {

	private static final Set<String> FIELD_TYPES = Set.of("String", "Date", "DateRange", "Number", "ValueSelect",
			"MultiValueSelect", "Boolean", "LongText", "Email", "Phone", "Score", "SocialLink", "Url", "Currency",
			"Location");

	private final Product product = Product.running();

	@ParameterizedTest
	@ValueSource(strings = { "{}", "", "{\"anything\":{\"new\":1}}" })
	void listsTypesWithStableUuids(String body) {
		JsonNode first = ask("assessment.list", body).json(200);
		JsonNode second = ask("assessment.list", body).json(200);

		assertThat(first).isEqualTo(second);
		assertThat(names(first)).containsExactly("results", "success");
		assertThat(first.path("success").asBoolean()).isTrue();
		assertThat(first.path("results")).isNotEmpty().allSatisfy((type) -> {
			assertThat(UUID.fromString(type.path("assessment_type_id").asString()).version()).isEqualTo(5);
			assertThat(type.path("name").asString()).isNotBlank();
			assertThat(names(type)).containsExactly("assessment_type_id", "description", "name");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "start-documented", "start-seen-elsewhere" })
	void startsWithTheFirstUpdateInTheAnswer(String sample) {
		JsonNode answer = ask("assessment.start", start(sample)).json(200);

		assertThat(names(answer)).containsExactly("results", "success");
		assertThat(answer.path("success").asBoolean()).isTrue();
		String assessmentId = answer.path("results").path("assessment_id").asString();
		assertThat(UUID.fromString(assessmentId)).isNotNull();
		JsonNode update = answer.path("results").path("update_request");
		assertThat(update.path("assessment_id").asString()).isEqualTo(assessmentId);
		assertThat(update.path("timestamp").isIntegralNumber()).isTrue();
		assertThat(update.path("timestamp").asLong()).isGreaterThan(1_700_000_000_000L);
		assertDataValue(update.path("assessment_status"), "string");
		assertThat(update.path("assessment_status").path("value").asString()).isEqualTo("Started");
		assertDataValue(update.path("assessment_profile_url"), "url");
	}

	@Test
	void givesARepeatedStartTheSameIdAndStatus() {
		String body = start(this.product.person(), Map.of());
		JsonNode first = ask("assessment.start", body).json(200);
		JsonNode again = ask("assessment.start", body).json(200);

		assertThat(again.path("results").path("assessment_id")).isEqualTo(first.path("results").path("assessment_id"));
		assertDataValue(again.path("results").path("update_request").path("assessment_status"), "string");
	}

	@ParameterizedTest
	@CsvSource({ "first_name,name", "last_name,name", "email,e-mail" })
	void tellsTheRecruiterWhatIsMissing(String field, String word) {
		ObjectNode body = object(start(this.product.person(), Map.of()));
		((ObjectNode) body.path("candidate")).put(field, " ");

		assertRefused(body, word);
	}

	@Test
	void tellsTheRecruiterThatThePhoneCannotBeUsed() {
		assertRefused(object(start(this.product.person(), Map.of("candidate_phone", "+1 212 555 0100"))), "mobile");
	}

	@Test
	void tellsTheRecruiterThatThePackageIsGone() {
		ObjectNode body = object(start(this.product.person(), Map.of()));
		body.put("assessment_type_id", UUID.randomUUID().toString());

		assertRefused(body, "assessment");
	}

	@Test
	void cancelsAndRepeats() {
		String assessmentId = started();
		String cancel = "{\"assessment_id\":\"" + assessmentId + "\"}";

		for (int i = 0; i < 3; i++) {
			JsonNode answer = ask("assessment.cancel", cancel).json(200);
			assertThat(names(answer)).containsExactly("results", "success");
			assertThat(answer.path("success").asBoolean()).isTrue();
			assertThat(answer.path("results").path("assessment_id").asString()).isEqualTo(assessmentId);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11", "not-a-uuid", "" })
	void saysThatItKnowsNoSuchAssessment(String assessmentId) {
		Caller.Answer answer = ask("assessment.cancel", "{\"assessment_id\":\"" + assessmentId + "\"}");

		assertThat(answer.status()).isBetween(400, 422);
		assertThat(answer.json().path("success").asBoolean(true)).isFalse();
		assertThat(answer.json().path("errorInfo").path("code").asString()).isNotBlank();
		assertThat(answer.json().path("errorInfo").path("message").asString()).isNotBlank();
	}

	@Test
	void cancelsNothingOfAnotherConnection() {
		String assessmentId = started();
		JsonNode other = this.product.connection("Other");
		Caller stranger = this.product.gateway.basic(other.path("externalApiToken").asString(), "");

		Caller.Answer answer = stranger.post("/ashby/assessment.cancel",
				"{\"assessment_id\":\"" + assessmentId + "\"}");

		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().path("success").asBoolean(true)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "assessment.customField.list", "customFields.fetch" })
	void publishesItsFields(String operation) {
		JsonNode answer = ask(operation, "{}").json(200);

		assertThat(names(answer)).containsExactly("fields", "success");
		assertThat(answer.path("fields")).isNotEmpty().allSatisfy((field) -> {
			assertThat(field.path("id").asString()).isNotBlank();
			assertThat(field.path("name").asString()).isNotBlank();
			assertThat(FIELD_TYPES).contains(field.path("type").asString());
		});
		assertThat(this.product.ashby.recruiter().customFields(operation)).isNotEmpty();
	}

	@Test
	void takesTheTokenAsUserOrAsPassword() {
		JsonNode connection = this.product.connection("Token");
		String token = connection.path("externalApiToken").asString();

		assertThat(this.product.gateway.basic(token, "").post("/ashby/assessment.list", "{}").status()).isEqualTo(200);
		assertThat(this.product.gateway.basic("ashby", token).post("/ashby/assessment.list", "{}").status())
			.isEqualTo(200);
		assertThat(this.product.gateway.basic(token + "x", "").post("/ashby/assessment.list", "{}").status())
			.isEqualTo(401);
	}

	@Test
	void takesOldAndNewTokenWhileTheyRotate() {
		JsonNode connection = this.product.connection("Rotate");
		String path = "/api/connections/" + connection.path("connectionId").asString() + "/rotate";
		String old = connection.path("externalApiToken").asString();
		String next = rotated(path, "PT1H");

		assertThat(list(old)).isEqualTo(200);
		assertThat(list(next)).isEqualTo(200);

		String last = rotated(path, "PT0S");
		assertThat(list(old)).isEqualTo(401);
		assertThat(list(next)).isEqualTo(401);
		assertThat(list(last)).isEqualTo(200);
	}

	private String rotated(String path, String overlap) {
		return this.product.operator()
			.post(path, Map.of("what", "externalApiToken", "overlap", overlap))
			.json(200)
			.path("externalApiToken")
			.asString();
	}

	private int list(String token) {
		return this.product.gateway.basic(token, "").post("/ashby/assessment.list", "{}").status();
	}

	@Test
	void answersAPingWithTheDocumentedSignature() {
		byte[] ping = "{\"action\":\"ping\",\"data\":{\"webhookActionType\":\"ping\"}}"
			.getBytes(StandardCharsets.UTF_8);
		String signature = "sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd";

		assertThat(webhook(ping, signature)).isEqualTo(200);
		assertThat(webhook(ping, signature.replace('6', '7'))).isEqualTo(401);
		assertThat(
				webhook((new String(ping, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8), signature))
			.isEqualTo(401);
		assertThat(this.product.gateway.post(path(), "{}").status()).isEqualTo(401);
	}

	@Test
	void passesOverWebhooksThatItDoesNotActUpon() {
		for (String body : new String[] { "{\"action\":\"jobUpdate\",\"data\":{}}",
				"{\"webhookActionId\":\"x\",\"action\":\"somethingNew\",\"data\":{\"a\":[1]}}",
				sample("stage-change") }) {
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			assertThat(webhook(bytes, WebhookSignature.of(bytes, Product.WEBHOOK_SECRET))).isEqualTo(200);
		}
	}

	@Test
	void refusesASignedWebhookThatIsNoJson() {
		byte[] bytes = "{\"action\":".getBytes(StandardCharsets.UTF_8);

		assertThat(webhook(bytes, WebhookSignature.of(bytes, Product.WEBHOOK_SECRET))).isEqualTo(400);
	}

	/**
	 * What goes the other way: the strict simulator has taken it, and here is its form.
	 */
	@Test
	void callsAshbyAsItsDocumentsSay() {
		Candidate person = this.product.person();
		Assessment seen = this.product.complete(person, this.product.start(person));
		Call call = this.product.vendors.calls()
			.of("ashby", "assessment.update")
			.stream()
			.filter((made) -> made.requestBody().contains(seen.assessmentId())
					&& made.requestBody().contains("assessment_result"))
			.reduce((first, last) -> last)
			.orElseThrow();

		assertThat(call.headers()).containsEntry("accept", "application/json; version=1")
			.containsEntry("content-type", "application/json")
			.containsEntry("user-agent", "BGV-Bridge/1.0");
		assertThat(call.requestBody()).doesNotContain(AshbySimulator.API_KEY);
		JsonNode body = object(call.requestBody());
		assertThat(names(body)).containsExactly("assessment_id", "assessment_profile_url", "assessment_result",
				"assessment_status", "metadata", "timestamp");
		assertThat(body.path("timestamp").isIntegralNumber()).isTrue();
		assertDataValue(body.path("assessment_status"), "string");
		assertDataValue(body.path("assessment_profile_url"), "url");
		assertDataValue(body.path("assessment_result"), "string");
		assertThat(body.path("metadata")).isNotEmpty().allSatisfy((value) -> assertDataValue(value, "string"));
		assertThat(body.path("metadata")).extracting((value) -> value.path("identifier").asString())
			.doesNotHaveDuplicates();
	}

	private String path() {
		return "/ashby/webhooks/" + this.product.connectionId();
	}

	private int webhook(byte[] body, String signature) {
		return this.product.gateway.post(path(), body, WebhookSignature.HEADER, signature).status();
	}

	private Caller.Answer ask(String operation, String body) {
		return this.product.asAshby().post("/ashby/" + operation, body);
	}

	private String started() {
		return ask("assessment.start", start(this.product.person(), Map.of())).json(200)
			.path("results")
			.path("assessment_id")
			.asString();
	}

	/** A documented body, for a package and an application of our own. */
	private String start(String sample) {
		ObjectNode body = object(sample(sample));
		body.put("assessment_type_id", this.product.typeId());
		((ObjectNode) body.path("application")).put("ashby_id", "app-" + UUID.randomUUID());
		return body.toString();
	}

	private String start(Candidate person, Map<String, String> additionalFields) {
		ObjectNode body = object(start("start-documented"));
		((ObjectNode) body.path("candidate")).put("ashby_id", person.id()).put("email", person.email());
		ObjectNode fields = body.putObject("additional_fields");
		additionalFields.forEach(fields::put);
		return body.toString();
	}

	private void assertRefused(ObjectNode body, String word) {
		Caller.Answer answer = ask("assessment.start", body.toString());

		assertThat(answer.status()).isEqualTo(422);
		assertThat(names(answer.json())).containsExactly("message");
		assertThat(answer.json().path("message").asString()).containsIgnoringCase(word);
	}

	private static void assertDataValue(JsonNode value, String type) {
		assertThat(value.path("identifier").asString()).matches("[a-z0-9-]{1,64}");
		assertThat(value.path("label").asString()).isNotBlank();
		assertThat(value.path("type").asString()).isEqualTo(type);
		assertThat(value.path("value").asString()).isNotBlank();
	}

	private static Set<String> names(JsonNode object) {
		return object.propertyNames().stream().collect(Collectors.toCollection(java.util.TreeSet::new));
	}

	private static ObjectNode object(String json) {
		return (ObjectNode) JsonMapper.shared().readTree(json);
	}

	private static String sample(String name) {
		try (InputStream file = AshbyContractIT.class.getResourceAsStream("/ashby-contract/" + name + ".json")) {
			return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
