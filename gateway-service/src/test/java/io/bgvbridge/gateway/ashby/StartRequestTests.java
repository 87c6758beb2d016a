package io.bgvbridge.gateway.ashby;

import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.assessment.StartVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StartRequestTests {

	private static final JsonMapper json = new JsonMapper();

	private static final String BODY = Samples.start(new java.util.UUID(1, 2), "app1");

	@Test
	void readsWhatIsNeededAndPassesOverTheRest() {
		StartVerification start = StartRequest.command(json.readTree(BODY));
		assertThat(start.applicationId()).isEqualTo("app1");
		assertThat(start.candidateId()).isEqualTo("c-1");
		assertThat(start.assessmentTypeId()).isEqualTo(new java.util.UUID(1, 2));
		assertThat(start.email()).isEqualTo("asha.rao@example.com");
		assertThat(start.toString()).doesNotContain("asha").doesNotContain("Rao");
	}

	@ParameterizedTest
	@CsvSource({ "assessment_type_id, assessment_type_id", "candidate, candidate", "application, application",
			"job, job", "first_name, first name", "last_name, last name" })
	void saysWhatIsMissing(String member, String words) {
		assertThatExceptionOfType(NotStartable.class)
			.isThrownBy(() -> StartRequest.command(json.readTree(BODY.replace("\"" + member + "\"", "\"other\""))))
			.satisfies((refusal) -> assertThat(refusal.sentence()).contains(words));
	}

	@ParameterizedTest
	@CsvSource({ "asha.rao", "asha@example", "a b@example.com", "@example.com", "a@b@example.com" })
	void refusesWhatIsNoEmailAddress(String email) {
		assertThatExceptionOfType(NotStartable.class)
			.isThrownBy(() -> StartRequest.command(json.readTree(BODY.replace("asha.rao@example.com", email))))
			.satisfies((refusal) -> assertThat(refusal.sentence()).contains("e-mail").doesNotContain(email));
	}

	@ParameterizedTest
	@CsvSource({ "11111111-1111-1111-1111-11111111111", "pkg_456", "zzzzzzzz-1111-1111-1111-111111111111" })
	void treatsWhatIsNoUuidAsAnUnknownType(String type) {
		assertThatExceptionOfType(NotStartable.class)
			.isThrownBy(
					() -> StartRequest.command(json.readTree(BODY.replace(new java.util.UUID(1, 2).toString(), type))))
			.satisfies((refusal) -> assertThat(refusal.sentence()).isEqualTo(StartRequest.UNKNOWN_TYPE));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"phone\": \"98\"} | 98", "{\"candidate_phone\": \"98\"} | 98",
					"{\"phone\": {\"value\": \"98\"}} | 98", "{\"phone\": 98} | 98",
					"{\"phone\": \"\", \"candidate_phone\": \"98\"} | 98", "{\"phone\": null} | ",
					"{\"phone\": [\"98\"]} | ", "{} | " })
	void findsThePhoneAmongCustomFields(String fields, String phone) {
		assertThat(StartRequest.phone(json.readTree("{\"additional_fields\": " + fields + "}"))).isEqualTo(phone);
	}

}
