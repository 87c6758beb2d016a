package io.bgvbridge.messaging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.bgvbridge.messaging.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InboxTests {

	private final TestDatabase database = TestDatabase.create();

	private final TransactionTemplate transaction = this.database.transaction();

	private final Inbox inbox = new Inbox(this.database.jdbc());

	private final ExecutorService threads = Executors.newFixedThreadPool(4);

	@AfterEach
	void close() {
		this.threads.shutdownNow();
		this.database.close();
	}

	@Test
	void givesAnEventToOneOfManyTakers() throws Exception {
		for (int round = 0; round < 50; round++) {
			UUID event = UUID.randomUUID();
			CyclicBarrier start = new CyclicBarrier(4);
			List<Future<Boolean>> takers = IntStream.range(0, 4).mapToObj((i) -> this.threads.submit(() -> {
				start.await();
				return take(event);
			})).toList();

			List<Boolean> taken = new ArrayList<>();
			for (Future<Boolean> taker : takers) {
				taken.add(taker.get());
			}

			assertThat(taken).containsExactlyInAnyOrder(true, false, false, false);
		}
	}

	@Test
	void forgetsAnEventWhoseEffectWasRolledBack() {
		UUID event = UUID.randomUUID();
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.inbox.take(event)).isTrue();
			status.setRollbackOnly();
		});

		assertThat(take(event)).isTrue();
		assertThat(take(event)).isFalse();
	}

	@Test
	void givesAnEventToASecondTakerWhenTheFirstFails() throws Exception {
		UUID event = UUID.randomUUID();
		CountDownLatch taken = new CountDownLatch(1);
		CountDownLatch fail = new CountDownLatch(1);
		Future<?> first = this.threads.submit(() -> this.transaction.executeWithoutResult((status) -> {
			this.inbox.take(event);
			status.setRollbackOnly();
			taken.countDown();
			awaitQuietly(fail);
		}));
		taken.await();
		Future<Boolean> second = this.threads.submit(() -> take(event));
		while (waiting() == 0) {
			Thread.onSpinWait();
		}
		assertThat(second.isDone()).isFalse();

		fail.countDown();
		first.get();

		assertThat(second.get()).isTrue();
	}

	@Test
	void refusesToWorkOutsideATransaction() {
		assertThatIllegalStateException().isThrownBy(() -> this.inbox.take(UUID.randomUUID()));
	}

	private boolean take(UUID event) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.inbox.take(event)));
	}

	private long waiting() {
		return this.database.operator()
			.sql("select count(*) from pg_locks where not granted")
			.query(Long.class)
			.single();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
