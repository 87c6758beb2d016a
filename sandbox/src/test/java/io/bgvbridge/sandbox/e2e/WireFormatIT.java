package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The topics as a Confluent client sees them, with nothing of ours but the topics' names.
 */
class WireFormatIT {

	private static final int PREFIX = 5;

	private final Product product = Product.running();

	@Test
	void isReadableByAConfluentClientAndHoldsNothingPersonal() throws Exception {
		Candidate person = this.product.ashby.addCandidate("Zebulon", "Quixote", "zebulon.quixote@example.com",
				"+91 98111 22233");
		this.product.vendors.faults()
			.add(Fault.of("springverify", FaultKind.STATUS).on("candidate/add").withStatus(429));
		Assessment completed = this.product.complete(person, this.product.start(person));
		assertThat(completed.state()).isEqualTo("complete");
		speakOnTheOtherTopics();
		TopicReader topics = new TopicReader(this.product.stack);
		for (Topics.Topic topic : Topics.all()) {
			List<ConsumerRecord<String, byte[]>> records = Product.until("records of " + topic.name(),
					Duration.ofSeconds(20), () -> topics.records(topic.name()), (found) -> !found.isEmpty());
			ConsumerRecord<String, byte[]> last = records.getLast();
			GenericRecord decoded = decode(last.value());
			assertThat(decoded.getSchema().getFullName()).isEqualTo(topic.schema().getFullName());
			assertThat(decoded.get("eventId").toString()).isNotBlank();
			assertThat(decoded.get("connectionId").toString()).isNotBlank();
			assertThat(records).allSatisfy((received) -> assertThat(
					new String(received.value(), StandardCharsets.ISO_8859_1) + received.key() + received.headers())
				.doesNotContainIgnoringCase("zebulon")
				.doesNotContainIgnoringCase("quixote")
				.doesNotContain("9811122233", "98111 22233", "sandbox-ashby-key", "sandbox-springverify-token"));
		}
	}

	/** A cancel, an operation, and a deleted candidate. */
	private void speakOnTheOtherTopics() {
		Candidate person = this.product.ashby.addCandidate("Zebulon", "Quixote", "zebulon.two@example.com",
				"+91 98111 22234");
		this.product.ashby.recruiter().cancel(this.product.start(person).assessmentId());
		String connection = "/api/connections/" + this.product.connectionId();
		assertThat(this.product.operator().post(connection + "/refresh-packages", "").status()).isEqualTo(202);
		byte[] deleted = ("{\"action\":\"candidateDelete\",\"webhookActionId\":\"" + java.util.UUID.randomUUID()
				+ "\",\"data\":{\"candidate\":{\"id\":\"" + person.id() + "\"}}}")
			.getBytes(StandardCharsets.UTF_8);
		assertThat(this.product.gateway
			.post("/ashby/webhooks/" + this.product.connectionId(), deleted, WebhookSignature.HEADER,
					WebhookSignature.of(deleted, Product.WEBHOOK_SECRET))
			.status()).isEqualTo(200);
	}

	@Test
	void logsNothingPersonalAndNoSecret() throws IOException {
		Candidate person = this.product.ashby.addCandidate("Yolanda", "Ximenes", "yolanda.ximenes@example.com",
				"+91 98111 33344");
		this.product.complete(person, this.product.start(person));
		for (io.bgvbridge.sandbox.stack.Service service : io.bgvbridge.sandbox.stack.Service.values()) {
			assertThat(java.nio.file.Files.readString(this.product.service(service).log()))
				.doesNotContainIgnoringCase("yolanda")
				.doesNotContainIgnoringCase("ximenes")
				.doesNotContain("9811133344", "98111 33344", "sandbox-ashby-key", "sandbox-springverify-token", "bgvt_",
						"bgvs_", Product.WEBHOOK_SECRET);
		}
	}

	private GenericRecord decode(byte[] value) throws IOException, InterruptedException {
		ByteBuffer prefix = ByteBuffer.wrap(value);
		assertThat(prefix.get()).as("magic byte").isZero();
		Schema schema = schema(prefix.getInt());
		return new GenericDatumReader<GenericRecord>(schema).read(null,
				DecoderFactory.get().binaryDecoder(value, PREFIX, value.length - PREFIX, null));
	}

	private Schema schema(int id) throws IOException, InterruptedException {
		URI address = URI.create(this.product.stack.confluentApi() + "/schemas/ids/" + id);
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		return new Schema.Parser().parse(JsonMapper.shared().readTree(answer.body()).path("schema").asString());
	}

}
