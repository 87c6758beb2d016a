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

	private final long begun = System.currentTimeMillis();

	private final Product product = Product.running();

	private final KeysetRotation keyset = new KeysetRotation(this.product.stack.state().path().resolve("keyset.json"));

	@Test
	void losesNothingThatIsUnderWay() throws InterruptedException {
		Map<Assessment, Candidate> checks = new LinkedHashMap<>();
		start(checks);
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
		String newest = "select count(*) from verification where get_byte(sealed_candidate, 1) = "
				+ ((key >> 24) & 0xff) + " and get_byte(sealed_candidate, 2) = " + ((key >> 16) & 0xff);
		assertThat(this.product.rows(Service.VERIFICATION, newest)).as("rows sealed with the newer key")
			.isNotEqualTo(List.of("0"));
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
