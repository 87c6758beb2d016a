package io.bgvbridge.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.Cord;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.schemas.AshbyAction;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class WebhookTests {

	@Autowired
	private Samples samples;

	@Autowired
	private MockProducer<String, byte[]> kafka;

	@Autowired
	private Cord cord;

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
	void mend() {
		this.cord.mend();
		this.kafka.sendException = null;
		this.vendor.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"action\":\"applicationUpdate\",\"data\":{}}", "{\"action\":\"somethingNew\"}",
			"{\"action\":\"candidateStageChange\",\"data\":{}}", "{\"action\":\"candidateHire\"}" })
	void takesWhatDoesNotMatterHere(String body) {
		assertThat(this.samples.webhook(this.joined, body).status()).isEqualTo(200);
		assertThat(received()).isEmpty();
	}

	@Test
	void takesAPing() {
		assertThat(this.samples.webhook(this.joined, Samples.file("ping.json")).status()).isEqualTo(200);
	}

	@Test
	void tellsOthersOfAMergeOnce() {
		String merge = Samples.file("candidateMerge.json");
		assertThat(this.samples.webhook(this.joined, merge).status()).isEqualTo(200);
		assertThat(this.samples.webhook(this.joined, merge).status()).isEqualTo(200);
		assertThat(received()).hasSize(1);
		AshbyWebhookReceived event = received().getFirst();
		assertThat(event.getAction()).isEqualTo(AshbyAction.CANDIDATE_MERGE);
		assertThat(event.getCandidateId()).isEqualTo("e9ed20fd-d45f-4aad-8a00-a19bfba0083e");
		assertThat(event.getSurvivingCandidateId()).isEqualTo("f9e52a51-a075-4116-a7b8-484deba69004");
		assertThat(event.getApplicationId()).isNull();
		assertThat(event.getEventId().version()).isEqualTo(5);
	}

	@Test
	void tellsActionsThatShareAnIdentityApart() {
		String merge = Samples.file("candidateMerge.json");
		this.samples.webhook(this.joined, merge);
		this.samples.webhook(this.joined, Samples.file("candidateDelete.json")
			.replace("85395d87-4044-4dc4-bc29-0cec185e5f06", "75395d87-4044-4dc4-bc29-0cec185e5f06"));
		Joined other = this.samples.connect(this.vendor);
		this.samples.webhook(other, merge);
		List<AshbyWebhookReceived> others = this.samples.published(other.connectionId());
		assertThat(received()).extracting(AshbyWebhookReceived::getAction)
			.containsExactly(AshbyAction.CANDIDATE_MERGE, AshbyAction.CANDIDATE_DELETE);
		assertThat(received()).extracting(AshbyWebhookReceived::getEventId)
			.doesNotHaveDuplicates()
			.doesNotContain(others.getFirst().getEventId());
	}

	@Test
	void takesEqualBodiesWithoutAnIdentityForOne() {
		String body = "{\"action\":\"candidateDelete\",\"data\":{\"candidate\":{\"id\":\"%s\"}}}";
		this.samples.webhook(this.joined, body.formatted("a"));
		this.samples.webhook(this.joined, body.formatted("a"));
		this.samples.webhook(this.joined, body.formatted("b"));
		assertThat(received()).extracting(AshbyWebhookReceived::getCandidateId).containsExactly("a", "b");
	}

	@Test
	void forgetsADeletedCandidate() {
		String started = this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), "app").replace("c-1", "deleted-one"))
			.json()
			.path("results")
			.path("assessment_id")
			.asString();
		String delete = Samples.file("candidateDelete.json").replace("cand-1111-2222-3333-4444", "deleted-one");
		assertThat(this.samples.webhook(this.joined, delete).status()).isEqualTo(200);
		assertThat(this.jdbc.sql("select person is null from assessment where assessment_id = ?::uuid")
			.param(started)
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(this.jdbc.sql("select e::text from erased_candidate e where connection_id = ?")
			.param(this.joined.connectionId())
			.query(String.class)
			.single()).doesNotContain("deleted-one");
		assertThat(this.samples.stranger().operator().get("/api/verifications/" + started).status()).isEqualTo(200);
	}

	@Test
	void refusesEverybodyElseAlike() {
		byte[] body = Samples.file("ping.json").getBytes(StandardCharsets.UTF_8);
		String good = Samples.signature(Samples.WEBHOOK_SECRET, body);
		String path = "/ashby/webhooks/";
		Caller stranger = this.samples.stranger();
		Joined mute = withoutSecret();
		double before = refusals();
		List<Caller.Answer> refused = List.of(stranger.post(path + this.joined.connectionId(), body),
				stranger.postSigned(path + this.joined.connectionId(), body, "sha256=" + "0".repeat(64)),
				stranger.postSigned(path + this.joined.connectionId(), "{}".getBytes(), good),
				stranger.postSigned(path + UUID.randomUUID(), body, good),
				stranger.postSigned(path + mute.connectionId(), body, good),
				stranger.postSigned(path + "x", body, good),
				this.joined.ashby().post(path + this.joined.connectionId(), body));
		assertThat(refused).allSatisfy((answer) -> {
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.text().replaceAll("\"instance\":\"[^\"]*\"", ""))
				.isEqualTo(refused.getFirst().text().replaceAll("\"instance\":\"[^\"]*\"", ""));
		});
		assertThat(refusals()).isEqualTo(before + 7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{}", "{\"action\":7}", "{\"action\":\"candidateDelete\"}",
			"{\"action\":\"candidateDelete\",\"data\":{\"candidate\":{\"id\":\"a b\"}}}",
			"{\"action\":\"candidateDelete\",\"data\":{\"candidate\":{\"id\":\"\\u0000\"}}}",
			"{\"action\":\"candidateMerge\",\"data\":{\"deletedCandidate\":{\"id\":\"a\"}}}" })
	void saysWhatIsWrongWithASignedBody(String body) {
		Caller.Answer answer = this.samples.webhook(this.joined, body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(received()).isEmpty();
	}

	@Test
	void refusesMoreThanOneMebibyte() {
		assertThat(this.samples.webhook(this.joined, " ".repeat((1 << 20) + 1)).status()).isEqualTo(413);
	}

	@Test
	void answers503WhileKafkaDoesNotAcknowledgeAndRemembersNothing() {
		String merge = Samples.file("candidateMerge.json");
		this.kafka.sendException = new TimeoutException("no broker");
		assertUnavailable(this.samples.webhook(this.joined, merge));
		this.kafka.sendException = null;
		assertThat(this.samples.webhook(this.joined, merge).status()).isEqualTo(200);
		assertThat(received()).hasSize(1);
	}

	@Test
	void answers503WhilePostgresIsAway() {
		this.cord.cut();
		assertUnavailable(this.samples.webhook(this.joined, Samples.file("ping.json")));
		this.cord.mend();
		org.awaitility.Awaitility.await()
			.until(() -> this.samples.webhook(this.joined, Samples.file("ping.json")).status() == 200);
	}

	private static void assertUnavailable(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isNotBlank();
	}

	private Joined withoutSecret() {
		Joined mute = this.samples.connect(this.vendor);
		this.jdbc.sql("update connection set webhook_secrets = null where connection_id = ?")
			.param(mute.connectionId())
			.update();
		return mute;
	}

	private double refusals() {
		return this.meters.counter("bgv.signin.refused", "door", "webhook").count();
	}

	private List<AshbyWebhookReceived> received() {
		return this.samples.published(this.joined.connectionId());
	}

}
