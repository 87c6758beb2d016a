package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ClaimsTests {

	private static final List<String> KINDS = List.of("order");

	private final WorkBench bench = new WorkBench();

	private final Claims claims = this.bench.claims(WorkBench.LEASE);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void areNotGivenTwice() {
		UUID connection = this.bench.connection();
		this.bench.raiseMany(connection, "order", 3);
		List<WorkItem> first = this.claims.take(KINDS, 2);

		List<WorkItem> second = this.bench.claims(WorkBench.LEASE).take(KINDS, 10);

		assertThat(first).hasSize(2);
		assertThat(second).singleElement()
			.satisfies((item) -> assertThat(first).extracting(WorkItem::subjectId).doesNotContain(item.subjectId()));
		assertThat(this.claims.take(KINDS, 10)).isEmpty();
	}

	@Test
	void takeWhatSomebodyWaitsForBeforeTheBackground() {
		UUID connection = this.bench.connection();
		UUID sweep = UUID.randomUUID();
		UUID order = UUID.randomUUID();
		this.bench.queue.raiseInBackground(sweep, "order", connection, WorkBench.SIDE);
		this.bench.queue.raise(order, "order", connection, WorkBench.SIDE);

		assertThat(this.claims.take(KINDS, 1)).extracting(WorkItem::subjectId).containsExactly(order);
		assertThat(this.claims.take(KINDS, 1)).extracting(WorkItem::subjectId).containsExactly(sweep);
	}

	@Test
	void takeFromTheBackgroundWhatSomebodyWaitsForNow() {
		UUID connection = this.bench.connection();
		UUID sweep = UUID.randomUUID();
		UUID order = UUID.randomUUID();
		this.bench.queue.raiseInBackground(sweep, "order", connection, WorkBench.SIDE);
		this.bench.queue.raiseInBackground(order, "order", connection, WorkBench.SIDE);
		this.bench.queue.raise(order, "order", connection, WorkBench.SIDE);
		this.bench.queue.raiseInBackground(order, "order", connection, WorkBench.SIDE);

		assertThat(this.claims.take(KINDS, 1)).extracting(WorkItem::subjectId).containsExactly(order);
	}

	@Test
	void areOnlyForKindsThatAreHandled() {
		this.bench.raised(this.bench.connection(), "push");

		assertThat(this.claims.take(KINDS, 10)).isEmpty();
	}

	@Test
	void expireByPostgresClockAndAreTakenOver() {
		UUID subject = this.bench.raised(this.bench.connection(), "order");
		WorkItem first = this.bench.claims(Duration.ofMillis(400)).take(KINDS, 1).getFirst();
		assertThat(this.claims.take(KINDS, 1)).isEmpty();

		List<WorkItem> second = await().atMost(Duration.ofSeconds(5))
			.until(() -> this.claims.take(KINDS, 1), (taken) -> !taken.isEmpty());

		assertThat(second.getFirst().subjectId()).isEqualTo(subject);
		assertThat(second.getFirst().claim()).isNotEqualTo(first.claim());
		assertThat(this.bench.row(subject).claim()).isEqualTo(second.getFirst().claim());
	}

	@Test
	void areRenewedByConfirming() {
		UUID subject = this.bench.raised(this.bench.connection(), "order");
		WorkItem item = this.bench.claims(Duration.ofSeconds(2)).take(KINDS, 1).getFirst();

		this.bench.queue.confirm(item);

		assertThat(this.bench.jdbc
			.sql("select extract(epoch from claimed_until - now())::float8 from work where subject_id = ?")
			.param(subject)
			.query(Double.class)
			.single()).isBetween(WorkBench.LEASE.toSeconds() - 1.0, WorkBench.LEASE.toSeconds() + 0.1);
	}

	@Test
	void areNotConfirmedOnceExpired() {
		UUID subject = this.bench.raised(this.bench.connection(), "order");
		WorkItem item = this.claims.take(KINDS, 1).getFirst();
		this.bench.expireClaim(subject);

		assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> this.bench.queue.confirm(item));
	}

	@Test
	void areNotConfirmedOnceTakenOver() {
		UUID subject = this.bench.raised(this.bench.connection(), "order");
		WorkItem lost = this.claims.take(KINDS, 1).getFirst();
		this.bench.expireClaim(subject);
		WorkItem held = this.claims.take(KINDS, 1).getFirst();

		assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> this.bench.queue.confirm(lost));
		this.bench.queue.confirm(held);
	}

	@Test
	void recordNothingOnceLost() {
		UUID subject = this.bench.raised(this.bench.connection(), "order");
		WorkItem lost = this.claims.take(KINDS, 1).getFirst();
		this.bench.expireClaim(subject);
		WorkItem held = this.claims.take(KINDS, 1).getFirst();
		this.bench.jdbc.sql("create table recorded (what text)").update();

		assertThatExceptionOfType(ClaimLost.class)
			.isThrownBy(() -> this.bench.transaction.executeWithoutResult((status) -> {
				this.bench.jdbc.sql("insert into recorded values ('by the loser')").update();
				this.bench.closing().close(lost, Outcome.nothing());
			}));

		assertThat(this.bench.jdbc.sql("select count(*) from recorded").query(Long.class).single()).isZero();
		assertThat(this.bench.row(subject)).usingRecursiveComparison()
			.ignoringFields("dueIn")
			.isEqualTo(new WorkBench.Row(1, 0, 0, held.claim(), 0));
	}

	@Test
	void tellTheVersionOfTheCredentials() {
		UUID connection = this.bench.connection();
		this.bench.budgets.set(new Budget(connection, WorkBench.SIDE, true, 7, 4, Duration.ZERO));
		this.bench.raised(connection, "order");

		assertThat(this.claims.take(KINDS, 1).getFirst().credentialsVersion()).isEqualTo(7);
	}

}
