package io.bgvbridge.messaging.outbox;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.bgvbridge.messaging.Outage;
import io.bgvbridge.messaging.avro.TestRecords;
import io.bgvbridge.schemas.Topics;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AcknowledgedPublisherTests {

	private final ScriptedKafka kafka = new ScriptedKafka();

	private final AcknowledgedPublisher publisher = new AcknowledgedPublisher(this.kafka, TestRecords.byHeart(),
			Duration.ofMillis(300));

	@Test
	void returnsOnlyAfterTheAcknowledgement() throws InterruptedException {
		CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
		this.kafka.follow((sent) -> acknowledgement);
		AcknowledgedPublisher patient = new AcknowledgedPublisher(this.kafka, TestRecords.byHeart(),
				Duration.ofSeconds(20));

		Thread caller = Thread.ofPlatform().start(() -> publish(patient));

		assertThat(caller.join(Duration.ofMillis(300))).isFalse();
		acknowledgement.complete(null);
		assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
		assertThat(this.kafka.sent()).containsExactly(new ScriptedKafka.Sent(Topics.WORK_REPORTED, "key", 1));
	}

	@Test
	void saysSoWhenThereIsNoAcknowledgementInTime() {
		this.kafka.follow((sent) -> new CompletableFuture<>());

		assertThatExceptionOfType(NotPublished.class).isThrownBy(() -> publish(this.publisher))
			.isInstanceOf(Outage.class);
	}

	@Test
	void saysSoWhenKafkaRefuses() {
		this.kafka.follow((sent) -> CompletableFuture.failedFuture(new TimeoutException("expired")));

		assertThatExceptionOfType(NotPublished.class).isThrownBy(() -> publish(this.publisher));
	}

	@Test
	void saysSoWhenKafkaIsAway() {
		this.kafka.follow((sent) -> {
			throw new TimeoutException("no metadata");
		});

		assertThatExceptionOfType(NotPublished.class).isThrownBy(() -> publish(this.publisher));
	}

	private static void publish(AcknowledgedPublisher publisher) {
		publisher.publish(Topics.WORK_REPORTED, "key", TestRecords.workReported(UUID.randomUUID(), 1));
	}

}
