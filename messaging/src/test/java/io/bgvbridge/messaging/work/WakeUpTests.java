package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A wake-up that comes while the work runs.
 */
class WakeUpTests {

	private final WorkBench bench = new WorkBench();

	private final UUID connection = this.bench.connection();

	private final List<WorkItem> runs = new CopyOnWriteArrayList<>();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch raised = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void runsFinishedWorkAgain() throws InterruptedException {
		UUID subject = wakeUpDuringFirstRun(Outcome::nothing);

		await().until(() -> this.bench.row(subject).done() == 2);
		assertThat(this.runs).extracting(WorkItem::wanted).containsExactly(1L, 2L);
		assertThat(this.bench.open()).isZero();
	}

	@Test
	void comesBeforeTheNextStepOfWorkThatHasOne() throws InterruptedException {
		UUID subject = wakeUpDuringFirstRun(() -> new Outcome.Later(() -> {
		}, Duration.ofHours(1)));

		await().atMost(Duration.ofSeconds(5)).until(() -> this.bench.row(subject).done() == 2);
		assertThat(this.runs).extracting(WorkItem::wanted).containsExactly(1L, 2L);
	}

	@Test
	void keepsTheWaitingTimeOfWorkThatFailed() throws InterruptedException {
		UUID subject = wakeUpDuringFirstRun(() -> new Outcome.Retry(() -> {
		}, Duration.ofHours(1), WorkReason.UNAVAILABLE));

		await().until(() -> this.bench.row(subject).claim() == null);
		WorkBench.Row row = this.bench.row(subject);
		assertThat(row.wanted()).isEqualTo(2);
		assertThat(row.done()).isZero();
		assertThat(row.dueIn()).isGreaterThan(3_500);
	}

	@Test
	void waitsWithStoppedWork() throws InterruptedException {
		UUID subject = wakeUpDuringFirstRun(() -> Outcome.failed(new Unauthorized("401")));

		await().until(() -> this.bench.row(subject).claim() == null);
		await().during(Duration.ofMillis(200)).until(() -> this.runs.size() == 1);
		assertThat(this.bench.row(subject).wanted()).isEqualTo(2);
		assertThat(this.bench.row(subject).done()).isZero();
	}

	@Test
	void thatComesLaterEndsTheWaitForTheNextStep() {
		UUID subject = this.bench.raised(this.connection, "refresh");
		WorkItem item = this.bench.claims(WorkBench.LEASE).take(List.of("refresh"), 1).getFirst();
		this.bench.queue.goOn(item, Duration.ofHours(1));
		assertThat(this.bench.row(subject).dueIn()).isGreaterThan(3_500);

		this.bench.raise(subject, "refresh", this.connection);

		assertThat(this.bench.row(subject).dueIn()).isLessThanOrEqualTo(0);
	}

	private UUID wakeUpDuringFirstRun(Supplier<Outcome> first) throws InterruptedException {
		UUID subject = this.bench.raised(this.connection, "refresh");
		this.bench.start(WorkBench.handler("refresh", (item) -> {
			this.runs.add(item);
			if (item.wanted() > 1) {
				return Outcome.nothing();
			}
			this.begun.countDown();
			awaitRaise();
			return first.get();
		}));
		this.begun.await();
		this.bench.raise(subject, "refresh", this.connection);
		this.raised.countDown();
		return subject;
	}

	private void awaitRaise() {
		try {
			this.raised.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
