package io.bgvbridge.gateway.ashby;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.connection.PackageReports;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each provider demands of the candidate of a start.
 */
@GatewayTest
class ProviderStartTests {

	private static final String STACKONE = """
			{"kind": "stackone", "apiToken": "k", "accountId": "a", "signingSecret": "so-signing"}""";

	private static final String CHECKR = """
			{"kind": "checkr", "apiToken": "k", "workLocation": {"country": "US"}}""";

	private static final String SPRINGVERIFY = """
			{"kind": "springverify", "apiToken": "k"}""";

	@Autowired
	private Samples samples;

	@Autowired
	private PackageReports packages;

	@Autowired
	private Sealing sealing;

	private final VendorStub vendor = new VendorStub().answersCandidate("");

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { STACKONE, CHECKR })
	void neverAskAshbyForAPhoneThatNobodyDemands(String account) {
		Joined joined = this.samples.connectTo(this.vendor, account);
		assertThat(person(start(joined, ""))).contains("\"phone\":null");
		assertThat(this.vendor.calls()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "+1 415 555 0100 | \"+1 415 555 0100\"", "none | null", "123 | null" })
	void passAPhoneOnThatIsUsable(String sent, String passed) {
		Joined joined = this.samples.connectTo(this.vendor, CHECKR);
		assertThat(person(start(joined, sent))).contains("\"phone\":" + passed);
	}

	@Test
	void demandAPhoneOfIndiaForSpringVerify() {
		Joined joined = this.samples.connectTo(this.vendor, SPRINGVERIFY);
		Caller.Answer foreign = start(joined, "+1 415 555 0100");
		assertThat(foreign.status()).isEqualTo(422);
		assertThat(foreign.json().path("message").asString()).contains("Indian mobile number");
		assertThat(start(joined, "9876543210").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { STACKONE, CHECKR, SPRINGVERIFY })
	void demandAnEmailAddressUnlessTheAccountDoesNot(String account) {
		Joined joined = this.samples.connectTo(this.vendor, account);
		Caller.Answer refused = startWithoutEmail(joined);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.json().path("message").asString()).contains("e-mail");
		this.packages.listedRequiring(joined.connectionId(), List.of("PHONE", "EMAIL"), "12:34");
		assertThat(startWithoutEmail(joined).status()).isEqualTo(422);
		this.packages.listedRequiring(joined.connectionId(), List.of("ADDRESS"), "12:34");
		assertThat(startWithoutEmail(joined).status()).as("nothing that is known here").isEqualTo(422);
		this.packages.listedRequiring(joined.connectionId(), List.of("PHONE", "ADDRESS"), "12:34");
		assertThat(person(startWithoutEmail(joined))).contains("\"email\":\"\"");
		this.packages.listedRequiring(joined.connectionId(), List.of(), "12:34");
		assertThat(startWithoutEmail(joined).status()).as("as everybody's again").isEqualTo(422);
	}

	@ParameterizedTest
	@CsvSource({ "+1 415 555 0100, true", "ask her, false" })
	void passAUsablePhoneOnForARule(String typed, boolean passed) {
		Joined joined = this.samples.connectTo(this.vendor, CHECKR);
		this.samples.stranger()
			.operator()
			.patch("/api/connections/" + joined.connectionId(),
					"{\"autoStart\": {\"stageTitle\": \"Pre-Screen\", \"packageKey\": \"12:34\"}}");
		this.samples.webhook(joined, Samples.stageChange("app-" + UUID.randomUUID()).replace("5550001234", typed));
		String id = this.samples.stranger()
			.operator()
			.get("/api/verifications?connectionId=" + joined.connectionId())
			.json()
			.path("results")
			.get(0)
			.path("assessmentId")
			.asString();
		assertThat(person(id)).contains("\"phone\":" + (passed ? "\"" + typed + "\"" : "null"));
	}

	private Caller.Answer startWithoutEmail(Joined joined) {
		return post(joined, body(joined, "9876543210").replace("asha.rao@example.com", ""));
	}

	private Caller.Answer start(Joined joined, String phone) {
		return post(joined, body(joined, phone));
	}

	private static String body(Joined joined, String phone) {
		String body = Samples.start(joined.typeId(), "app-" + UUID.randomUUID());
		return phone.isEmpty() ? body : body.replace("\"something\"",
				"\"additional_fields\": {\"candidate_phone\": \"" + phone + "\"}, \"something\"");
	}

	private static Caller.Answer post(Joined joined, String body) {
		return joined.ashby().post("/ashby/assessment.start", body);
	}

	private String person(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return person(answer.json().path("results").path("assessment_id").asString());
	}

	private String person(String id) {
		List<VerificationRequested> requests = this.samples.published(UUID.fromString(id));
		return new String(
				this.sealing.open(Topics.VERIFICATION_REQUESTED, id, Samples.bytes(requests.getFirst().getSealed())),
				StandardCharsets.UTF_8);
	}

}
