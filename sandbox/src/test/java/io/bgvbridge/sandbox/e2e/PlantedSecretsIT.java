package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No token, key, secret or person of the whole run is in a log, a topic or an error. Runs
 * as the last class, so that it sees what all others left behind.
 */
@Order(Integer.MAX_VALUE)
class PlantedSecretsIT {

	private final Product product = Product.running();

	private final Assessment completed = completed();

	@Test
	void areInNoLog() throws IOException {
		Map<String, Set<String>> leaks = new TreeMap<>();
		StringBuilder all = new StringBuilder();
		try (Stream<Path> files = Files.walk(this.product.stack.state().logs())) {
			for (Path log : files.filter(Files::isRegularFile).toList()) {
				String text = Files.readString(log, StandardCharsets.ISO_8859_1);
				all.append(log.getFileName()).append(' ');
				keep(leaks, log.getFileName().toString(), Planted.in(text));
				if (text.contains(this.completed.assessmentId())) {
					all.append("(speaks of the check) ");
				}
			}
		}
		assertThat(leaks).as("what the logs tell").isEmpty();
		assertThat(all).as("logs that were searched")
			.contains("gateway-service.log (speaks", "verification-service.log (speaks", "sync-service.log (speaks",
					"kafka", "postgres");
	}

	@Test
	void areInNoTopic() {
		TopicReader topics = new TopicReader(this.product.stack);
		Map<String, Set<String>> leaks = new TreeMap<>();
		int speaking = 0;
		for (String topic : topics.names()) {
			List<ConsumerRecord<String, byte[]>> records = topics.records(topic);
			String text = text(records);
			keep(leaks, topic, Planted.in(text));
			speaking += text.contains(this.completed.assessmentId()) ? 1 : 0;
		}
		assertThat(leaks).as("what the topics tell").isEmpty();
		assertThat(speaking).as("topics that speak of the check").isGreaterThanOrEqualTo(3);
	}

	@Test
	void areInNoSpan() {
		Map<String, Set<String>> leaks = new TreeMap<>();
		List<Spans.Span> spans = this.product.spans.all();
		spans.forEach((span) -> keep(leaks, span.hop(), Planted.in(span.said())));
		assertThat(spans).as("spans that were searched").isNotEmpty();
		assertThat(leaks).as("what the traces tell").isEmpty();
	}

	@Test
	void areInNoErrorThatWasAnswered() {
		Candidate person = this.product.person();
		Caller ashby = this.product.asAshby();
		assertThat(ashby.post("/ashby/assessment.start", "{\"email\":\"" + person.email() + "\"").status())
			.isGreaterThanOrEqualTo(400);
		assertThat(this.product.operator().post("/api/connections", Map.of("name", person.lastName())).status())
			.isGreaterThanOrEqualTo(400);
		Map<String, Set<String>> leaks = new TreeMap<>();
		Planted.errors().forEach((body, addresses) -> keep(leaks, addresses.toString(), Planted.in(body)));
		assertThat(Planted.errors()).as("errors that were searched").isNotEmpty();
		assertThat(leaks).as("what errors tell").isEmpty();
	}

	private Assessment completed() {
		Candidate person = this.product.person();
		return this.product.complete(person, this.product.start(person));
	}

	private static String text(List<ConsumerRecord<String, byte[]>> records) {
		StringBuilder text = new StringBuilder();
		for (ConsumerRecord<String, byte[]> record : records) {
			text.append(record.key()).append('\n');
			if (record.value() != null) {
				text.append(new String(record.value(), StandardCharsets.ISO_8859_1)).append('\n');
			}
			for (Header header : record.headers()) {
				if (header.value() != null) {
					text.append(new String(header.value(), StandardCharsets.ISO_8859_1)).append('\n');
				}
			}
		}
		return text.toString();
	}

	private static void keep(Map<String, Set<String>> leaks, String place, Set<String> found) {
		if (!found.isEmpty()) {
			leaks.put(place, found);
		}
	}

}
