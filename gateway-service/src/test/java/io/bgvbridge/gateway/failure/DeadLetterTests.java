package io.bgvbridge.gateway.failure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.DeadTopics;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of records that a service could not take.
 */
@GatewayTest
class DeadLetterTests {

	private static final byte[] NO_AVRO = "\u0000not avro: Asha Rao".getBytes(StandardCharsets.UTF_8);

	private static final Map<String, String> HEADERS = Map.of("traceparent", "00-1-2-01", "kafka_dlt-exception-fqcn",
			"org.springframework.kafka.listener.ListenerExecutionFailedException", "kafka_dlt-exception-cause-fqcn",
			"io.bgvbridge.messaging.avro.UnreadableRecord", "kafka_dlt-original-topic", Letters.SOURCE);

	@Autowired
	private Samples samples;

	@Autowired
	private Letters letters;

	@Autowired
	private DeadTopics topics;

	@Autowired
	private OldLetters old;

	@Autowired
	private MockProducer<String, byte[]> published;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	@AfterEach
	void clear() {
		this.jdbc.sql("delete from dead_letter").update();
		this.topics.clear();
		this.topics.away(false);
	}

	@Test
	void showsWhatAServiceCouldNotTakeAndNothingOfWhatIsInIt() {
		VendorStub vendor = new VendorStub().answersCandidate("9876543210");
		Samples.Joined joined = this.samples.connect(vendor);
		String assessmentId = joined.ashby()
			.post("/ashby/assessment.start", Samples.start(joined.typeId(), "app-" + UUID.randomUUID()))
			.json()
			.path("results")
			.path("assessment_id")
			.asString();
		ConsumerRecord<String, byte[]> letter = this.letters.dead(assessmentId, NO_AVRO, Instant.now(), HEADERS);
		this.letters.taken(letter);
		JsonNode shown = shown(Letters.id(letter));
		assertThat(dead()).hasSize(1);
		assertThat(shown.path("what").asString()).isEqualTo("dead-letter");
		assertThat(shown.path("kind").asString()).isEqualTo("dead-letter");
		assertThat(shown.path("service").asString()).isEqualTo(Topics.SYNC);
		assertThat(shown.path("reason").asString()).isEqualTo("UnreadableRecord");
		assertThat(shown.path("assessmentId").asString()).isEqualTo(assessmentId);
		assertThat(shown.path("connectionId").asString()).isEqualTo(joined.connectionId().toString());
		assertThat(shown.path("actions").get(0).asString()).isEqualTo("redrive");
		assertThat(shown.path("letter").path("source").asString()).isEqualTo(Letters.SOURCE);
		assertThat(shown.path("letter").path("partition").asInt()).isEqualTo(2);
		assertThat(shown.path("letter").path("offset").asLong()).isEqualTo(letter.offset());
		assertThat(shown.path("todo").asString()).contains("/redrive");
		assertThat(shown.toString()).doesNotContain("Asha");
		assertThat(this.jdbc.sql("select dead_letter::text from dead_letter").query(String.class).list().toString())
			.doesNotContain("Asha");
		vendor.close();
	}

	@Test
	void sendsItBackToItsServiceByteForByteAndOnce() {
		ConsumerRecord<String, byte[]> letter = this.letters.dead("key-1", NO_AVRO, Instant.now(), HEADERS);
		int before = this.published.history().size();
		Caller.Answer answer = redrive(Letters.id(letter));
		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
		assertThat(answer.json().path("before").asBoolean()).isFalse();
		List<ProducerRecord<String, byte[]>> sent = sent(before);
		assertThat(sent).hasSize(1);
		assertThat(sent.getFirst().topic()).isEqualTo(Letters.SOURCE + Topics.REDRIVE_TO_SYNC);
		assertThat(sent.getFirst().key()).isEqualTo("key-1");
		assertThat(sent.getFirst().value()).isEqualTo(NO_AVRO);
		assertThat(Arrays.stream(sent.getFirst().headers().toArray()).map(Header::key))
			.containsExactlyInAnyOrder("traceparent", "bgv-redrive-of");
		assertThat(dead()).isEmpty();
		assertThat(this.jdbc.sql("select operator || ' ' || action from audit where subject = ?")
			.param(Letters.id(letter).toString())
			.query(String.class)
			.list()).containsExactly("admin dead-letter.redrive");
		Caller.Answer again = redrive(Letters.id(letter));
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.json().path("before").asBoolean()).isTrue();
		assertThat(again.json().path("redrivenAt")).isEqualTo(answer.json().path("redrivenAt"));
		assertThat(sent(before)).hasSize(1);
	}

	@Test
	void pointsBackWhereItFailsAgain() {
		ConsumerRecord<String, byte[]> first = this.letters.dead("key-2", NO_AVRO, Instant.now(), HEADERS);
		int before = this.published.history().size();
		redrive(Letters.id(first));
		Header back = sent(before).getFirst().headers().lastHeader("bgv-redrive-of");
		ConsumerRecord<String, byte[]> second = this.letters.dead("key-2", NO_AVRO, Instant.now(), Map
			.of("bgv-redrive-of", new String(back.value(), StandardCharsets.UTF_8), "kafka_dlt-exception-fqcn", "a.B"));
		JsonNode shown = shown(Letters.id(second));
		assertThat(shown.path("letter").path("againOf").asString()).isEqualTo(Letters.id(first).toString());
		assertThat(shown.path("todo").asString()).contains("failed again");
		redrive(Letters.id(second));
		assertThat(sent(before).getLast().headers().headers("bgv-redrive-of")).hasSize(1)
			.allSatisfy((header) -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
				.isEqualTo(Letters.id(second).toString()));
	}

	@Test
	void saysThatARecordIsGoneOrThatKafkaIsAway() {
		ConsumerRecord<String, byte[]> letter = this.letters.dead("key-3", NO_AVRO, Instant.now(), HEADERS);
		int before = this.published.history().size();
		this.topics.away(true);
		Caller.Answer away = redrive(Letters.id(letter));
		assertThat(away.status()).isEqualTo(503);
		assertThat(away.header("Retry-After")).isNotEmpty();
		this.topics.away(false);
		this.topics.clear();
		Caller.Answer gone = redrive(Letters.id(letter));
		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.json().path("detail").asString()).contains("7 days");
		this.letters.dead("key-4", NO_AVRO, Instant.now(), HEADERS);
		assertThat(redrive(Letters.id(letter)).status()).as("another record is there now").isEqualTo(410);
		assertThat(redrive(UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(sent(before)).isEmpty();
		assertThat(shown(Letters.id(letter)).path("id").asString()).isEqualTo(Letters.id(letter).toString());
	}

	@Test
	void sendsNothingBackThatKafkaDoesNotAcknowledge() {
		ConsumerRecord<String, byte[]> letter = this.letters.dead("key-5", NO_AVRO, Instant.now(), HEADERS);
		this.published.sendException = new org.apache.kafka.common.errors.TimeoutException("away");
		try {
			assertThat(redrive(Letters.id(letter)).status()).isEqualTo(503);
		}
		finally {
			this.published.sendException = null;
		}
		assertThat(dead()).hasSize(1);
		assertThat(redrive(Letters.id(letter)).json().path("before").asBoolean()).isFalse();
	}

	@Test
	void standsWhateverSomebodyWroteIntoKeysAndHeaders() {
		this.letters.dead(null, null, Instant.now(), Map.of());
		this.letters.dead("a\0b", NO_AVRO, Instant.now(), Map.of("kafka_dlt-exception-fqcn", "<script>\0",
				"bgv-redrive-of", "'; drop table dead_letter", "kafka_dlt-original-topic", "elsewhere"));
		this.letters.dead("\ud800".repeat(5000), NO_AVRO, Instant.EPOCH.minusSeconds(1), HEADERS);
		assertThat(dead()).hasSize(3)
			.allSatisfy((each) -> assertThat(each.path("connectionId").isNull()).isTrue())
			.anySatisfy((each) -> assertThat(each.path("reason").asString()).isEqualTo("Unknown"));
	}

	@Test
	void forgetsWhatKafkaHasForgotten() {
		this.letters.dead("old", NO_AVRO, Instant.now().minus(Duration.ofDays(8)), HEADERS);
		ConsumerRecord<String, byte[]> recent = this.letters.dead("new", NO_AVRO,
				Instant.now().minus(Duration.ofDays(6)), HEADERS);
		this.old.forget();
		assertThat(this.jdbc.sql("select letter_id from dead_letter").query(UUID.class).list())
			.containsExactly(Letters.id(recent));
	}

	private Caller.Answer redrive(UUID letterId) {
		return this.samples.stranger().operator().post("/api/failures/" + letterId + "/redrive", "");
	}

	private List<ProducerRecord<String, byte[]>> sent(int after) {
		List<ProducerRecord<String, byte[]>> all = this.published.history();
		return all.subList(after, all.size()).stream().filter((sent) -> sent.topic().endsWith(".redrive")).toList();
	}

	private JsonNode shown(UUID letterId) {
		return dead().stream()
			.filter((each) -> each.path("id").asString().equals(letterId.toString()))
			.findAny()
			.orElseThrow();
	}

	private List<JsonNode> dead() {
		return StreamSupport.stream(
				this.samples.stranger().operator().get("/api/failures?limit=200").json().path("results").spliterator(),
				false)
			.filter((each) -> each.path("what").asString().equals("dead-letter"))
			.toList();
	}

}
