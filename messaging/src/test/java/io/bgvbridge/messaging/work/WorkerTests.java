package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WorkerTests {

	private final WorkBench bench = new WorkBench();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void doesNoMoreAtOnceThanItMay() {
		this.bench.raiseMany(this.bench.connection(), "order", 40);
		CountDownLatch end = new CountDownLatch(1);
		AtomicInteger begun = new AtomicInteger();
		this.bench.start(WorkBench.handler("order", (item) -> {
			begun.incrementAndGet();
			awaitQuietly(end);
			return Outcome.nothing();
		}));

		await().until(() -> begun.get() == 8);
		await().during(Duration.ofMillis(300)).until(() -> begun.get() == 8);
		end.countDown();

		await().until(() -> this.bench.open() == 0);
	}

	@Test
	void waitsForCallsUnderWayWhenItStops() throws InterruptedException {
		UUID subject = this.bench.raised(this.bench.connection(), "order");
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		Worker worker = this.bench.start(WorkBench.handler("order", (item) -> {
			begun.countDown();
			awaitQuietly(end);
			return Outcome.nothing();
		}));
		begun.await();
		Thread stopping = Thread.ofPlatform().start(worker::stop);

		assertThat(stopping.join(Duration.ofMillis(300))).isFalse();
		end.countDown();
		stopping.join();

		assertThat(this.bench.row(subject).done()).isEqualTo(1);
		assertThat(worker.isRunning()).isFalse();
	}

	@Test
	void goesOnAfterTheDatabaseWasAway() {
		UUID connection = this.bench.connection();
		this.bench.start(WorkBench.handler("order", (item) -> Outcome.nothing()));
		this.bench.jdbc.sql("alter table work_budget rename to away").update();
		await().during(Duration.ofMillis(200)).until(() -> true);
		UUID subject = this.bench.raised(connection, "order");

		this.bench.jdbc.sql("alter table away rename to work_budget").update();

		await().atMost(Duration.ofSeconds(10)).until(() -> this.bench.row(subject).done() == 1);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
