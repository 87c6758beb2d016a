package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a connection may be asked for, and how connections share a worker.
 */
class BudgetTests {

	private static final List<String> KINDS = List.of("order");

	private final WorkBench bench = new WorkBench();

	private final Claims claims = this.bench.claims(WorkBench.LEASE);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void thatIsMissingLetsWorkWait() {
		UUID connection = UUID.randomUUID();
		this.bench.raised(connection, "order");
		assertThat(this.claims.take(KINDS, 10)).isEmpty();

		this.bench.budgets.set(new Budget(connection, WorkBench.SIDE, true, 1, 4, Duration.ZERO));

		assertThat(this.claims.take(KINDS, 10)).hasSize(1);
	}

	@Test
	void pausesForAsLongAsItsVendorSays() {
		UUID connection = this.bench.connection();
		this.bench.raised(connection, "order");
		this.bench.budgets.pause(connection, WorkBench.SIDE, Duration.ofMillis(300));
		this.bench.budgets.pause(connection, WorkBench.SIDE, Duration.ofMillis(1));
		assertThat(this.claims.take(KINDS, 10)).isEmpty();

		await().atMost(Duration.ofSeconds(5)).until(() -> this.claims.take(KINDS, 10).size() == 1);
	}

	@Test
	void ofAnotherSideLetsWorkWait() {
		UUID connection = UUID.randomUUID();
		this.bench.budgets.set(new Budget(connection, "ashby", true, 1, 4, Duration.ZERO));
		this.bench.raised(connection, "order");

		assertThat(this.claims.take(KINDS, 10)).isEmpty();
	}

	@Test
	void thatIsDisabledLetsWorkWait() {
		UUID connection = UUID.randomUUID();
		this.bench.budgets.set(new Budget(connection, WorkBench.SIDE, false, 1, 4, Duration.ZERO));
		this.bench.raised(connection, "order");
		assertThat(this.claims.take(KINDS, 10)).isEmpty();

		this.bench.budgets.set(new Budget(connection, WorkBench.SIDE, true, 1, 4, Duration.ZERO));

		assertThat(this.claims.take(KINDS, 10)).hasSize(1);
	}

	@Test
	void thatWasStoppedIsUsedAgainOnceItIsResumed() {
		UUID connection = this.bench.connection(4, Duration.ZERO);
		this.bench.raised(connection, "order");
		this.bench.budgets.stop(this.claims.take(KINDS, 1).getFirst());
		this.bench.raised(connection, "order");
		assertThat(this.claims.take(KINDS, 10)).isEmpty();

		this.bench.budgets.resume(connection, WorkBench.SIDE);

		assertThat(this.claims.take(KINDS, 10)).hasSize(1);
	}

	@Test
	void ofManyRowsDelaysAnotherTenantByOneTurn() {
		this.bench.raiseMany(this.bench.connection(), "order", 5_000);
		UUID quiet = this.bench.connection();
		// Both have had a turn before, the quiet one more recently.
		assertThat(this.claims.take(KINDS, 4)).hasSize(4);
		hadATurn(quiet);
		UUID single = this.bench.raised(quiet, "order");

		List<WorkItem> turn = this.claims.take(KINDS, 4);
		List<WorkItem> next = this.claims.take(KINDS, 4);

		assertThat(turn).hasSize(4).noneMatch((item) -> item.subjectId().equals(single));
		assertThat(next).first().extracting(WorkItem::subjectId).isEqualTo(single);
	}

	@Test
	void isSharedInTurnsOfFewRows() {
		List<UUID> tenants = IntStream.range(0, 8).mapToObj((i) -> this.bench.connection()).toList();
		tenants.forEach((tenant) -> this.bench.raiseMany(tenant, "order", 50));

		List<WorkItem> round = this.claims.take(KINDS, 32);

		assertThat(tenants)
			.allSatisfy((tenant) -> assertThat(round).filteredOn(WorkItem::connectionId, tenant).hasSize(4));
	}

	@Test
	void thatIsUsedUpTakesNoTurn() {
		for (int i = 0; i < 5; i++) {
			this.bench.raiseMany(this.bench.connection(2, Duration.ZERO), "order", 10);
		}
		assertThat(this.claims.take(KINDS, 32)).hasSize(10);
		UUID quiet = this.bench.connection();
		hadATurn(quiet);
		UUID single = this.bench.raised(quiet, "order");

		assertThat(this.claims.take(KINDS, 1)).extracting(WorkItem::subjectId).containsExactly(single);
	}

	@Test
	void limitsWhatIsInFlightOverAllInstances() throws Exception {
		UUID connection = this.bench.connection(3, Duration.ZERO);
		this.bench.raiseMany(connection, "order", 120);

		List<Integer> seen = race(2, () -> {
			List<Integer> counts = new ArrayList<>();
			Claims own = this.bench.claims(WorkBench.LEASE);
			for (int i = 0; i < 100; i++) {
				List<WorkItem> taken = own.take(KINDS, 8);
				counts.add(claimed(connection));
				taken.forEach(this.bench.queue::finish);
			}
			return counts;
		});

		assertThat(seen).allMatch((count) -> count <= 3).contains(3);
		assertThat(this.bench.open()).isZero();
	}

	@Test
	void spacesCallsOverAllInstances() throws Exception {
		UUID connection = this.bench.connection(1_000, Duration.ofMinutes(1));
		this.bench.raiseMany(connection, "order", 100);

		List<WorkItem> taken = race(4, () -> this.bench.claims(WorkBench.LEASE).take(KINDS, 3));

		assertThat(taken).hasSize(3);
		assertThat(this.bench.nextFreeIn(connection)).isBetween(170.0, 180.0);
		assertThat(this.claims.take(KINDS, 3)).isEmpty();
	}

	@Test
	void isFreeAgainWhenItsTimeHasCome() {
		UUID connection = this.bench.connection(1_000, Duration.ofMinutes(1));
		this.bench.raiseMany(connection, "order", 10);
		assertThat(this.claims.take(KINDS, 1)).hasSize(1);
		assertThat(this.claims.take(KINDS, 1)).isEmpty();

		this.bench.jdbc.sql("update work_budget set next_free_at = now()").update();

		assertThat(this.claims.take(KINDS, 2)).hasSize(2);
		assertThat(this.bench.nextFreeIn(connection)).isBetween(110.0, 120.0);
	}

	@Test
	void keepsWhatWasUsedWhenItIsSetAgain() {
		UUID connection = this.bench.connection(1_000, Duration.ofMinutes(1));
		this.bench.raiseMany(connection, "order", 10);
		this.claims.take(KINDS, 2);

		this.bench.budgets.set(new Budget(connection, WorkBench.SIDE, true, 2, 1_000, Duration.ofMinutes(1)));

		assertThat(this.bench.nextFreeIn(connection)).isBetween(110.0, 120.0);
	}

	@Test
	void countsExpiredClaimsNoLonger() {
		UUID connection = this.bench.connection(1, Duration.ZERO);
		UUID subject = this.bench.raised(connection, "order");
		this.bench.raised(connection, "order");
		assertThat(this.claims.take(KINDS, 8)).hasSize(1);
		assertThat(this.claims.take(KINDS, 8)).isEmpty();

		this.bench.jdbc.sql("update work set claimed_until = now() where claim is not null").update();

		assertThat(this.claims.take(KINDS, 8)).hasSize(1);
		assertThat(subject).isNotNull();
	}

	private void hadATurn(UUID connection) {
		this.bench.jdbc.sql("update work_budget set last_claimed_at = clock_timestamp() where connection_id = ?")
			.param(connection)
			.update();
	}

	private int claimed(UUID connection) {
		return this.bench.jdbc.sql("select count(*) from work where claim is not null and connection_id = ?")
			.param(connection)
			.query(Integer.class)
			.single();
	}

	private static <T> List<T> race(int instances, Callable<List<T>> each) throws Exception {
		CyclicBarrier start = new CyclicBarrier(instances);
		List<T> all = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
			List<Future<List<T>>> parts = IntStream.range(0, instances).mapToObj((i) -> threads.submit(() -> {
				start.await();
				return each.call();
			})).toList();
			for (Future<List<T>> part : parts) {
				all.addAll(part.get());
			}
		}
		return all;
	}

}
