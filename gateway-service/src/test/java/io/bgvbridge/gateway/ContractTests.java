package io.bgvbridge.gateway;

import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ashby's documented bodies, and those that its contract calls conflicting or lenient,
 * against each of the doors.
 */
@GatewayTest
class ContractTests {

	private static final String TYPE = "e9ed20fd-d45f-4aad-8a00-a19bfba0083e";

	@Autowired
	private Samples samples;

	@Autowired
	private Sealing sealing;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "assessment.start.json", "assessment.start.implementer.json",
			"assessment.start.unified.json", "assessment.start.fields.json" })
	void startsForEveryShapeThatWasSeen(String file) {
		Caller.Answer answer = start(Samples.file(file));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		JsonNode results = answer.json().path("results");
		JsonNode update = results.path("update_request");
		assertThat(answer.json().propertyNames()).containsExactly("success", "results");
		assertThat(results.propertyNames()).containsExactly("assessment_id", "update_request");
		assertThat(update.propertyNames()).contains("assessment_id", "timestamp", "assessment_status",
				"assessment_profile_url");
		assertThat(update.path("timestamp").isIntegralNumber()).isTrue();
		assertThat(update.path("assessment_profile_url").path("type").asString()).isEqualTo("url");
	}

	@Test
	void takesThePhoneOfACustomField() {
		UUID assessmentId = UUID.fromString(start(Samples.file("assessment.start.fields.json")).json()
			.path("results")
			.path("assessment_id")
			.asString());
		List<VerificationRequested> requests = this.samples.published(assessmentId);
		assertThat(new String(this.sealing.open(Topics.VERIFICATION_REQUESTED, assessmentId.toString(),
				Samples.bytes(requests.getFirst().getSealed()))))
			.contains("\"phone\":\"9876543210\"");
		assertThat(this.vendor.calls()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"status\": \"Active\" | \"status\": \"Whatever comes next\"",
			"\"status\": \"Active\" | \"status\": null", "\"status\": \"Active\" | \"status\": {\"a\": 1}",
			"\"req_id\": \"REQ-118\", | ''", "\"hiringTeam\": [ | \"hiring_team\": [",
			"\"name\": \"First Designer\", | ''", "\"ashby_job_url\" | \"url\"", "\"ashby_profile_url\" | \"url\"",
			"\"candidate\": { | \"organization\": null, \"candidate\": { \"unknown\": [{}]," })
	void startsWhateverIsOpenInTheContract(String from, String to) {
		String body = Samples.file("assessment.start.json");
		assertThat(body).contains(from);
		assertThat(start(body.replace(from, to)).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "\\udc00x", "\\ud83d\\ude00", "\\u202e", "\\u0007", "\\uffff" })
	void standsNamesOfStrangeCharacters(String name) {
		Caller.Answer answer = start(Samples.file("assessment.start.json").replace("Adam", name));
		assertThat(answer.status()).as(answer.text()).isIn(200, 422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"unknown\": [1]}" })
	void listsForAnyHarmlessBody(String body) {
		JsonNode list = this.joined.ashby().post("/ashby/assessment.list", body).json();
		assertThat(list.path("success").asBoolean()).isTrue();
		assertThat(list.path("results").get(0).propertyNames()).containsExactly("assessment_type_id", "name",
				"description");
	}

	@Test
	void cancelsWithTheNewerShapeOfTheAnswer() {
		String assessmentId = start(Samples.file("assessment.start.json")).json()
			.path("results")
			.path("assessment_id")
			.asString();
		JsonNode cancelled = this.joined.ashby()
			.post("/ashby/assessment.cancel",
					Samples.file("assessment.cancel.json")
						.replace("7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11", assessmentId))
			.json();
		assertThat(cancelled.path("results").path("assessment_id").asString()).isEqualTo(assessmentId);
	}

	@Test
	void refusesWithAMessageOnlyOrWithTheErrorEnvelope() {
		Caller.Answer message = start(Samples.file("assessment.start.json").replace("adam.hart@example.com", ""));
		assertThat(message.status()).isEqualTo(422);
		assertThat(message.json().propertyNames()).containsExactly("message");
		Caller.Answer envelope = this.joined.ashby()
			.post("/ashby/assessment.cancel", Samples.file("assessment.cancel.json"));
		assertThat(envelope.status()).isEqualTo(404);
		assertThat(envelope.json().propertyNames()).containsExactly("success", "errors", "errorInfo");
	}

	@Test
	void takesTheTokenInEveryPlaceOfBasicCredentials() {
		for (String both : List.of(this.joined.token() + ":", ":" + this.joined.token(), this.joined.token(),
				"x:" + this.joined.token())) {
			Caller caller = this.samples.stranger()
				.authorized("Basic " + Base64.getEncoder().encodeToString(both.getBytes()));
			assertThat(caller.post("//ashby//assessment.list", "{}").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ping.json", "candidateStageChange.json", "candidateHire.json", "candidateMerge.json",
			"candidateDelete.json" })
	void takesEveryWebhook(String file) {
		assertThat(this.samples.webhook(this.joined, Samples.file(file)).status()).isEqualTo(200);
	}

	private Caller.Answer start(String body) {
		return this.joined.ashby().post("/ashby/assessment.start", body.replace(TYPE, this.joined.typeId().toString()));
	}

}
