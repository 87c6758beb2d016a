package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.stack.KeysetRotation;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The key that encrypts is replaced while everything runs (fault 32).
 */
class KeyRotationIT {

	/** Each instance reads the file again within a second of using it. */
	private static final Duration READ_AGAIN = Duration.ofSeconds(2);

	private static final Map<Service, List<String>> SEALED = Map.of(Service.GATEWAY, List
		.of("connection.credentials", "connection.webhook_secrets", "connection.signing_secrets", "assessment.person"),
			Service.VERIFICATION,
			List.of("connection.sealed_credentials", "verification.sealed_candidate", "verification.sealed_words",
					"verification.sealed_report_link"),
			Service.SYNC, List.of("connection.sealed_access", "assessment.sealed_details"));

	private final long begun = System.currentTimeMillis();

	private final Product product = Product.running();

	private final KeysetRotation keyset = new KeysetRotation(this.product.stack.state().path().resolve("keyset.json"));

	@Test
	void losesNothingThatIsUnderWay() throws InterruptedException {
		Map<Assessment, Candidate> checks = new LinkedHashMap<>();
		start(checks);
		List<Long> older = this.keyset.keys().stream().map(KeysetRotation.Key::id).toList();
		long key = this.keyset.add();
		start(checks);
		Thread.sleep(READ_AGAIN);
		start(checks);
		this.keyset.promote(key);
		start(checks);
		Thread.sleep(READ_AGAIN);
		start(checks);

		checks.forEach((assessment, person) -> this.product.complete(person, assessment));

		assertThat(deadLetters()).as("dead letters").isEmpty();
		everyRowFollows(key);
		older.forEach(this.keyset::remove);
		Thread.sleep(READ_AGAIN);
		Candidate person = this.product.person();
		this.product.complete(person, this.product.start(person));
	}

	/** Only then can an older key be removed. */
	private void everyRowFollows(long key) {
		String prefix = String.format("\\x01%08x", key);
		SEALED.forEach((service, columns) -> columns.forEach((column) -> {
			String[] parts = column.split("\\.");
			Product.until(column + " of " + service, Duration.ofSeconds(60),
					() -> this.product.rows(service, "select count(*) from " + parts[0] + " where substring(" + parts[1]
							+ " from 1 for 5) <> '" + prefix + "'"),
					List.of("0")::equals);
		}));
	}

	private void start(Map<Assessment, Candidate> checks) {
		for (int i = 0; i < 3; i++) {
			Candidate person = this.product.person();
			checks.put(this.product.start(person), person);
		}
	}

	private List<String> deadLetters() {
		TopicReader topics = new TopicReader(this.product.stack);
		List<String> found = new ArrayList<>();
		for (String topic : List.of(Topics.VERIFICATION_REQUESTED, Topics.PROVIDER_CALLBACK_RECEIVED,
				Topics.CONNECTION_CHANGED)) {
			String letters = topic + "." + Topics.VERIFICATION + ".dlt";
			topics.records(letters)
				.stream()
				.filter((record) -> record.timestamp() > this.begun)
				.forEach((record) -> found.add(letters + " " + record.key()));
		}
		return found;
	}

}
