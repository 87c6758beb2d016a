package io.bgvbridge.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationCancelRequested;
import io.bgvbridge.schemas.VerificationRequested;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand damaged bodies, always the same ones, on all of Ashby's doors.
 */
@GatewayTest
class HostileBodyTests {

	private static final int BODIES = 10_000;

	private static final long SEED = 20_261_122;

	private static final int TOGETHER = 6;

	private static final int OUTAGES = 3;

	private static final List<String> PLANTED = List.of("planta", "plantb", "98765012");

	private static final List<String> DOORS = List.of("/ashby/assessment.start", "/ashby/assessment.start",
			"/ashby/assessment.list", "/ashby/assessment.cancel", "/ashby/assessment.customField.list",
			"/ashby/customFields.fetch", "candidateStageChange.json", "candidateHire.json", "candidateMerge.json",
			"candidateDelete.json", "ping.json");

	@Autowired
	private Samples samples;

	@Autowired
	private MockProducer<String, byte[]> published;

	@Autowired
	private AvroRecords records;

	@Autowired
	private Sealing sealing;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876501234");

	private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

	private Joined joined;

	private String assessmentId;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor, "{\"stageTitle\": \"Pre-Screen\", \"packageKey\": \"12:34\"}");
		this.assessmentId = this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), "cancelled"))
			.json()
			.path("results")
			.path("assessment_id")
			.asString();
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void getNoServerErrorPublishNothingInvalidAndEchoNobody() throws Exception {
		int before = this.published.history().size();
		List<Future<?>> sent = new ArrayList<>();
		try (ExecutorService together = Executors.newFixedThreadPool(TOGETHER)) {
			for (int i = 0; i < BODIES; i++) {
				int number = i;
				sent.add(together.submit(() -> send(number)));
			}
		}
		for (Future<?> one : sent) {
			one.get();
		}
		assertThat(this.answers.get(200).sum()).as("some are harmless: " + this.answers).isGreaterThan(BODIES / 20);
		assertThat(this.answers.get(400).sum()).as("some are not: " + this.answers).isGreaterThan(BODIES / 20);
		List<ProducerRecord<String, byte[]>> history = this.published.history();
		history.subList(before, history.size()).forEach(this::assertValid);
		assertThat(history.size() - before).isGreaterThan(BODIES / 50);
	}

	private void send(int number) {
		String door = DOORS.get(number % DOORS.size());
		byte[] body = new Mutation(SEED + number).of(body(door));
		Caller.Answer answer = answer(door, body);
		for (int i = 0; answer.status() == 503 && i < OUTAGES; i++) {
			// The machine that runs the test may be too slow for a moment.
			answer = answer(door, body);
		}
		String told = "body " + number + " at " + door + ": " + answer.status() + " " + answer.text();
		assertThat(answer.status()).as(told).isLessThan(500);
		if (answer.status() != 200) {
			assertThat(answer.text().toLowerCase(Locale.ROOT)).as(told).doesNotContain(PLANTED);
		}
		this.answers.computeIfAbsent(answer.status(), (status) -> new LongAdder()).increment();
	}

	private Caller.Answer answer(String door, byte[] body) {
		return door.startsWith("/") ? this.joined.ashby().post(door, body)
				: this.samples.stranger()
					.postSigned("/ashby/webhooks/" + this.joined.connectionId(), body,
							Samples.signature(Samples.WEBHOOK_SECRET, body));
	}

	private String body(String door) {
		return switch (door) {
			case "/ashby/assessment.start" -> Samples.file("assessment.start.json")
				.replace("e9ed20fd-d45f-4aad-8a00-a19bfba0083e", this.joined.typeId().toString())
				.replace("Adam", "Planta")
				.replace("Hart", "Plantb")
				.replace("adam.hart@", "planta.plantb@")
				.replace("\"job\":", "\"additional_fields\": {\"candidate_phone\": \"9876501234\"}, \"job\":");
			case "/ashby/assessment.cancel" -> Samples.file("assessment.cancel.json")
				.replace("7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11", this.assessmentId);
			case "/ashby/assessment.list", "/ashby/assessment.customField.list", "/ashby/customFields.fetch" ->
				"{\"cursor\": \"x\", \"more\": {\"planta\": [1, 2]}}";
			default -> Samples.file(door)
				.replace("Test Candidate", "Planta Plantb")
				.replace("candidate@example.com", "planta@example.com")
				.replace("5550001234", "9876501234");
		};
	}

	private void assertValid(ProducerRecord<String, byte[]> sent) {
		SpecificRecord record = this.records.decode(sent.topic(), sent.value());
		assertThat(this.records.encode(sent.topic(), record)).isEqualTo(sent.value());
		switch (record) {
			case VerificationRequested request -> {
				assertThat(sent.key()).isEqualTo(request.getAssessmentId().toString());
				assertThat(request.getConnectionId()).isEqualTo(this.joined.connectionId());
				assertThat(request.getApplicationId()).matches("[!-~]{1,200}");
				assertThat(request.getCandidateId()).matches("[!-~]{1,200}");
				JsonNode person = new JsonMapper().readTree(this.sealing.open(Topics.VERIFICATION_REQUESTED, sent.key(),
						Samples.bytes(request.getSealed())));
				assertThat(person.path("firstName").asString()).isNotBlank();
				assertThat(person.toString().getBytes(StandardCharsets.UTF_8)).doesNotContain((byte) 0);
			}
			case VerificationCancelRequested cancel ->
				assertThat(sent.key()).isEqualTo(this.assessmentId).isEqualTo(cancel.getAssessmentId().toString());
			case AshbyWebhookReceived told -> {
				assertThat(told.getConnectionId()).isEqualTo(this.joined.connectionId());
				assertThat(told.getCandidateId()).matches("[!-~]{1,200}");
			}
			case OperationRequested refresh -> assertThat(sent.key()).isEqualTo(refresh.getConnectionId().toString());
			default -> assertThat(sent.topic()).isEqualTo(Topics.CONNECTION_CHANGED);
		}
	}

}
