package io.bgvbridge.gateway.ashby;

import java.util.Arrays;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class PartnerCallsTests {

	private static final String LIST = "/ashby/assessment.list";

	private static final String START = "/ashby/assessment.start";

	@Autowired
	private Samples samples;

	@Autowired
	private MockProducer<String, byte[]> published;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient jdbc;

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

	@Test
	void takesTheTokenAsUserOrAsPassword() {
		assertThat(this.joined.ashby().post(LIST, "{}").status()).isEqualTo(200);
		Caller password = this.samples.stranger().basic("anything", this.joined.token());
		assertThat(password.post(LIST, "{}").status()).isEqualTo(200);
		assertThat(this.samples.stranger().basic("", this.joined.token()).post(LIST, "{}").status()).isEqualTo(200);
	}

	@Test
	void refusesEverybodyElseAlike() {
		String unknown = "bgvt_" + "A".repeat(43);
		Caller stranger = this.samples.stranger();
		double before = refusals();
		Caller.Answer none = stranger.post(START, "{}");
		assertThat(none.status()).isEqualTo(401);
		assertThat(none.header("WWW-Authenticate")).startsWith("Basic");
		assertThat(none.json().path("success").asBoolean(true)).isFalse();
		assertThat(none.json().path("errorInfo").path("code").asString()).isEqualTo("unauthorized");
		for (Caller other : new Caller[] { stranger.basic(unknown, ""), stranger.basic("bgvt_x", ""),
				stranger.basic(this.joined.callbackSecret(), ""), stranger.operator(), stranger.authorized("Basic ???"),
				stranger.authorized("Basic"), stranger.authorized("Bearer " + this.joined.token()) }) {
			Caller.Answer answer = other.post(START, "{}");
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.text()).isEqualTo(none.text());
		}
		assertThat(refusals()).isEqualTo(before + 8);
	}

	@Test
	void letsADisabledConnectionInButNotADeletedOne() {
		status("DISABLED");
		assertThat(this.joined.ashby().post(LIST, "{}").json().path("results")).hasSize(1);
		status("DELETED");
		Caller.Answer deleted = this.joined.ashby().post(LIST, "{}");
		assertThat(deleted.status()).isEqualTo(401);
		assertThat(deleted.text()).isEqualTo(this.samples.stranger().post(LIST, "{}").text());
	}

	private void status(String status) {
		this.jdbc.sql("update connection set status = ? where connection_id = ?")
			.params(status, this.joined.connectionId())
			.update();
	}

	@Test
	void refusesAStrangerBeforeReadingTheBody() {
		byte[] large = new byte[5 * 1024 * 1024];
		assertThat(this.samples.stranger().post(START, large).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//ashby/assessment.list", "/ashby//assessment.list", "///ashby///assessment.list",
			"/ashby/assessment.list" })
	void toleratesDoubledSlashes(String path) {
		assertThat(this.joined.ashby().post(path, "{}").json().path("results")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ashby/assessment.list/", "/ashby/assessment.other", "/ashby/" })
	void knowsNoOtherPaths(String path) {
		assertThat(this.joined.ashby().post(path, "{}").status()).isEqualTo(404);
	}

	@Test
	void listsWhatCanBeOrderedForAnyHarmlessBody() {
		Caller.Answer listed = this.joined.ashby().post(LIST, "{}");
		assertThat(listed.json().path("success").asBoolean()).isTrue();
		assertThat(listed.json().path("results").get(0).path("assessment_type_id").asString())
			.isEqualTo(this.joined.typeId().toString());
		assertThat(listed.json().path("results").get(0).path("name").asString()).isEqualTo("Package 12:34");
		assertThat(listed.json().path("results").get(0).path("description").asString())
			.isEqualTo("What 12:34 contains");
		assertThat(this.joined.ashby().post(LIST, "").text()).isEqualTo(listed.text());
		assertThat(this.joined.ashby().sending("").post(LIST, "").text()).isEqualTo(listed.text());
		assertThat(this.joined.ashby().post(LIST, "{\"cursor\": 1}").text()).isEqualTo(listed.text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "\"x\"", "{\"candidate\":", "{\"a\":1,\"a\":2}", "{} {}", "nul", "{'a':1}" })
	void refusesMalformedJson(String body) {
		Caller.Answer answer = publishesNothing(() -> this.joined.ashby().post(START, body));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errorInfo").path("code").asString()).isEqualTo("invalid_input");
	}

	@Test
	void refusesWhatIsNestedTooDeeply() {
		String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
		assertThat(publishesNothing(() -> this.joined.ashby().post(START, deep)).status()).isEqualTo(400);
	}

	@Test
	void refusesMoreThanOneMebibyteWithOrWithoutItsLength() {
		byte[] large = new byte[(1 << 20) + 1];
		Arrays.fill(large, (byte) ' ');
		assertThat(publishesNothing(() -> this.joined.ashby().post(START, large)).status()).isEqualTo(413);
		Caller.Answer chunked = publishesNothing(() -> this.joined.ashby().postChunked(START, large));
		assertThat(chunked.status()).isEqualTo(413);
		assertThat(chunked.json().path("success").asBoolean(true)).isFalse();
	}

	@Test
	void takesOneMebibyte() {
		byte[] body = new byte[1 << 20];
		Arrays.fill(body, (byte) ' ');
		byte[] start = Samples.start(this.joined.typeId(), "app-" + UUID.randomUUID()).getBytes();
		System.arraycopy(start, 0, body, 0, start.length);
		assertThat(this.joined.ashby().postChunked(START, body).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "nonsense", "" })
	void refusesOtherContentTypes(String type) {
		String body = Samples.start(this.joined.typeId(), "app-" + UUID.randomUUID());
		assertThat(publishesNothing(() -> this.joined.ashby().sending(type).post(START, body)).status()).isEqualTo(415);
	}

	@Test
	void namesTheFieldWithACharacterThatCannotBeStored() {
		String body = Samples.start(this.joined.typeId(), "app").replace("Asha", "As\\u0000ha");
		Caller.Answer answer = publishesNothing(() -> this.joined.ashby().post(START, body));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().path("message").asString()).contains("candidate.first_name", "U+0000");
	}

	@ParameterizedTest
	@ValueSource(strings = { LIST, "/ashby/assessment.cancel", "/ashby/assessment.customField.list",
			"/ashby/customFields.fetch" })
	void refusesSuchACharacterElsewhereInAshbysEnvelope(String path) {
		for (String body : new String[] { "{\"assessment_id\": \"a\\u0000\"}", "{\"a\\u0000\": 1}" }) {
			Caller.Answer answer = publishesNothing(() -> this.joined.ashby().post(path, body));
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.json().path("errorInfo").path("code").asString()).isEqualTo("invalid_input");
			assertThat(answer.text()).contains("U+0000").doesNotContain("start again");
		}
	}

	@Test
	void refusesTypesOfNobodyAndOfOthers() {
		Joined other = this.samples.connect(this.vendor);
		for (UUID type : new UUID[] { UUID.randomUUID(), other.typeId() }) {
			Caller.Answer answer = publishesNothing(() -> this.joined.ashby().post(START, Samples.start(type, "app")));
			assertThat(answer.status()).isEqualTo(422);
			assertThat(answer.json().path("message").asString()).contains("not offered any more");
		}
	}

	private Caller.Answer publishesNothing(java.util.function.Supplier<Caller.Answer> call) {
		long before = requests();
		Caller.Answer answer = call.get();
		assertThat(requests()).isEqualTo(before);
		return answer;
	}

	private long requests() {
		return this.published.history().stream().filter((record) -> record.topic().contains(".verification-")).count();
	}

	private double refusals() {
		return this.meters.counter("bgv.signin.refused", "door", "ashby").count();
	}

}
