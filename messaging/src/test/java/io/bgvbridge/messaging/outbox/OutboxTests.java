package io.bgvbridge.messaging.outbox;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class OutboxTests {

	private final OutboxBench bench = new OutboxBench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void refusesRecordsOutsideATransaction() {
		assertThatIllegalStateException().isThrownBy(() -> this.bench.addHere(UUID.randomUUID(), 1));
		assertThat(this.bench.left()).isZero();
	}

	@Test
	void publishesNothingThatWasRolledBack() {
		ScriptedKafka kafka = new ScriptedKafka();
		this.bench.start(kafka);
		UUID key = UUID.randomUUID();

		this.bench.transaction.executeWithoutResult((status) -> {
			this.bench.addHere(key, 1);
			status.setRollbackOnly();
		});
		this.bench.add(key, 2);

		await().until(() -> this.bench.left() == 0 && !kafka.sent().isEmpty());
		assertThat(kafka.sent()).extracting(ScriptedKafka.Sent::number).containsExactly(2);
	}

}
