package io.bgvbridge.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OutboxRelayTests {

	private static final int BATCH = 200;

	private final OutboxBench bench = new OutboxBench();

	private final ScriptedKafka kafka = new ScriptedKafka();

	private final UUID key = UUID.randomUUID();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void publishesInTheOrderOfTheIds() {
		this.bench.addAll(this.key, 1, 1_000);

		this.bench.start(this.kafka);

		await().until(() -> this.bench.left() == 0);
		assertThat(numbers(this.kafka)).isEqualTo(range(1, 1_000));
		assertThat(this.kafka.sent())
			.allMatch((sent) -> sent.key().equals(this.key.toString()) && sent.topic().equals("bgv.work-reported.v1"));
	}

	@Test
	void publishesOnceAndInOrderWithTwoRelaysRacing() throws InterruptedException {
		ScriptedKafka other = new ScriptedKafka();
		List<ScriptedKafka.Sent> log = java.util.Collections.synchronizedList(new ArrayList<>());
		List.of(this.kafka, other).forEach((instance) -> instance.follow((sent) -> {
			log.add(sent);
			return CompletableFuture.completedFuture(null);
		}));
		OutboxRelay first = this.bench.start(this.kafka);
		this.bench.start(other);

		List<Thread> writers = IntStream.range(0, 4)
			.mapToObj((i) -> Thread.ofPlatform().start(() -> write(new UUID(0, i))))
			.toList();
		await().until(() -> log.size() > 300);
		first.stop();
		first.start();
		for (Thread writer : writers) {
			writer.join();
		}

		await().until(() -> this.bench.left() == 0);
		Map<String, List<Integer>> byKey = new ConcurrentHashMap<>();
		log.forEach((sent) -> byKey.computeIfAbsent(sent.key(), (name) -> new ArrayList<>()).add(sent.number()));
		assertThat(byKey).hasSize(4).allSatisfy((name, numbers) -> assertThat(numbers).isEqualTo(range(1, 250)));
	}

	@Test
	void sendsTheNextBatchOnlyAfterEveryAcknowledgement() {
		ConcurrentLinkedDeque<CompletableFuture<Void>> held = holdAll(this.kafka);
		this.bench.addAll(this.key, 1, BATCH + 5);
		this.bench.start(this.kafka);
		await().until(() -> held.size() == BATCH);

		CompletableFuture<Void> first = held.pollFirst();
		held.forEach((acknowledgement) -> acknowledgement.complete(null));
		await().during(Duration.ofMillis(300)).until(() -> this.kafka.sent().size() == BATCH);
		assertThat(this.bench.left()).isEqualTo(BATCH + 5);
		this.kafka.follow((sent) -> CompletableFuture.completedFuture(null));
		first.complete(null);

		await().until(() -> this.bench.left() == 0);
		assertThat(numbers(this.kafka)).isEqualTo(range(1, BATCH + 5));
	}

	@Test
	void repeatsABatchInOrderAfterAFailedSend() {
		AtomicBoolean failed = new AtomicBoolean();
		this.kafka.follow((sent) -> (sent.number() == 3 && failed.compareAndSet(false, true))
				? CompletableFuture.failedFuture(new TimeoutException("not acknowledged"))
				: CompletableFuture.completedFuture(null));
		this.bench.addAll(this.key, 1, 5);

		this.bench.start(this.kafka);

		await().until(() -> this.bench.left() == 0);
		assertThat(numbers(this.kafka)).containsExactly(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
	}

	@Test
	void repeatsABatchAfterASendThatThrew() {
		AtomicBoolean failed = new AtomicBoolean();
		this.kafka.follow((sent) -> {
			if (sent.number() == 3 && failed.compareAndSet(false, true)) {
				throw new TimeoutException("no metadata");
			}
			return CompletableFuture.completedFuture(null);
		});
		this.bench.addAll(this.key, 1, 4);

		this.bench.start(this.kafka);

		await().until(() -> this.bench.left() == 0);
		assertThat(numbers(this.kafka)).containsExactly(1, 2, 1, 2, 3, 4);
	}

	@Test
	void isTakenOverFromAKilledSession() {
		ScriptedKafka other = new ScriptedKafka();
		ConcurrentLinkedDeque<CompletableFuture<Void>> held = holdAll(this.kafka);
		this.bench.addAll(this.key, 1, 10);
		this.bench.start(this.kafka);
		await().until(() -> held.size() == 10);
		this.bench.start(other);
		await().during(Duration.ofMillis(700)).until(() -> other.sent().isEmpty());

		int killed = this.bench.holders().getFirst();
		this.bench.kill(killed);

		await().until(() -> this.bench.left() == 0);
		assertThat(numbers(other)).isEqualTo(range(1, 10));
		assertThat(this.bench.holders()).hasSize(1).doesNotContain(killed);
		// The first instance wakes up, finds that its session is gone, and sends no more.
		held.forEach((acknowledgement) -> acknowledgement.complete(null));
		this.bench.add(this.key, 11);
		await().until(() -> other.sent().size() == 11);
		assertThat(numbers(this.kafka)).isEqualTo(range(1, 10));
	}

	@Test
	void givesItsLockBackWhenItStops() {
		OutboxRelay first = this.bench.start(this.kafka);
		await().until(() -> !this.bench.holders().isEmpty());

		first.stop();

		assertThat(this.bench.holders()).isEmpty();
		assertThat(first.isRunning()).isFalse();
	}

	@Test
	void givesItsLockBackWhenItIsStoppedWhileItWaitsForKafka() {
		ConcurrentLinkedDeque<CompletableFuture<Void>> held = holdAll(this.kafka);
		this.bench.add(this.key, 1);
		OutboxRelay first = this.bench.start(this.kafka);
		await().until(() -> held.size() == 1);

		first.stop();

		assertThat(this.bench.holders()).isEmpty();
		assertThat(this.bench.left()).isEqualTo(1);
	}

	private void write(UUID writersKey) {
		for (int number = 1; number <= 250; number++) {
			this.bench.add(writersKey, number);
		}
	}

	private static ConcurrentLinkedDeque<CompletableFuture<Void>> holdAll(ScriptedKafka instance) {
		ConcurrentLinkedDeque<CompletableFuture<Void>> held = new ConcurrentLinkedDeque<>();
		instance.follow((sent) -> {
			CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
			held.add(acknowledgement);
			return acknowledgement;
		});
		return held;
	}

	private static List<Integer> numbers(ScriptedKafka instance) {
		return instance.sent().stream().map(ScriptedKafka.Sent::number).toList();
	}

	private static List<Integer> range(int from, int to) {
		return IntStream.rangeClosed(from, to).boxed().toList();
	}

}
