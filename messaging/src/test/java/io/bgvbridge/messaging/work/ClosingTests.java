package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of work that a vendor, or we, failed.
 */
class ClosingTests {

	private static final List<String> KINDS = List.of("order");

	private final WorkBench bench = new WorkBench();

	private final UUID connection = this.bench.connection();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void stopsRefusedCredentialsOfThatSideAndBurnsNoAttempts() {
		UUID subject = this.bench.raised(this.connection, "order");
		UUID others = this.bench.raised(this.bench.connection(), "order");
		this.bench.budgets.set(new Budget(this.connection, "ashby", true, 1, 4, Duration.ZERO));
		UUID otherSide = UUID.randomUUID();
		this.bench.queue.raise(otherSide, "order", this.connection, "ashby");

		fail(subject, new Unauthorized("401"));

		assertThat(this.bench.row(subject).attempts()).isZero();
		this.bench.raised(this.connection, "order");
		List<WorkItem> claimed = take();
		assertThat(claimed).extracting(WorkItem::subjectId).containsExactlyInAnyOrder(others, otherSide);
		assertThat(this.bench.unfinished).singleElement().satisfies((told) -> {
			assertThat(told.reason()).isEqualTo(WorkReason.UNAUTHORIZED);
			assertThat(told.delay()).isNull();
		});
	}

	@Test
	void liftsTheStopWithNewerCredentials() {
		UUID subject = this.bench.raised(this.connection, "order");
		fail(subject, new Unauthorized("401"));

		credentials(1);
		assertThat(take()).isEmpty();
		credentials(2);

		assertThat(take()).extracting(WorkItem::subjectId).containsExactly(subject);
	}

	@Test
	void doesNotStopNewerCredentialsForAnOlderVersionsRefusal() {
		UUID subject = this.bench.raised(this.connection, "order");
		WorkItem item = claim(subject);
		credentials(2);

		close(item, Outcome.failed(new Unauthorized("401")));

		assertThat(take()).extracting(WorkItem::credentialsVersion).containsExactly(2L);
	}

	@Test
	void keepsTheNewestStop() {
		WorkItem old = claim(this.bench.raised(this.connection, "order"));
		credentials(2);
		WorkItem recent = claim(this.bench.raised(this.connection, "order"));

		close(recent, Outcome.failed(new Unauthorized("401")));
		close(old, Outcome.failed(new Unauthorized("401")));

		assertThat(take()).isEmpty();
	}

	@Test
	void delaysTheWholeBudgetOfAThrottledSide() {
		UUID subject = this.bench.raised(this.connection, "order");
		this.bench.raised(this.connection, "order");
		UUID others = this.bench.raised(this.bench.connection(), "order");

		fail(subject, new Throttled(Duration.ofMinutes(2)));

		assertThat(this.bench.nextFreeIn(this.connection)).isBetween(115.0, 120.0);
		assertThat(this.bench.row(subject).dueIn()).isBetween(115.0, 120.0);
		assertThat(take()).extracting(WorkItem::subjectId).containsExactly(others);
	}

	@Test
	void neverShortensADelay() {
		WorkItem first = claim(this.bench.raised(this.connection, "order"));
		WorkItem second = claim(this.bench.raised(this.connection, "order"));

		close(first, Outcome.failed(new Throttled(Duration.ofMinutes(10))));
		close(second, Outcome.failed(new Throttled(Duration.ofMinutes(1))));

		assertThat(this.bench.nextFreeIn(this.connection)).isGreaterThan(590);
	}

	@Test
	void halvesThePaceEachTimeASideIsThrottled() {
		UUID paced = this.bench.connection(1_000, Duration.ofMillis(200));

		throttle(paced);
		assertThat(this.bench.slowedMillis(paced)).isEqualTo(400);
		throttle(paced);
		assertThat(this.bench.slowedMillis(paced)).isEqualTo(800);
		for (int i = 0; i < 8; i++) {
			throttle(paced);
		}
		assertThat(this.bench.slowedMillis(paced)).isEqualTo(30_000);
	}

	@Test
	void claimsAtTheSlowerPace() {
		UUID paced = this.bench.connection(1_000, Duration.ofMillis(200));
		throttle(paced);
		this.bench.jdbc.sql("update work_budget set next_free_at = now(), slowed_millis = 10000").update();
		this.bench.raised(paced, "order");

		take();

		assertThat(this.bench.nextFreeIn(paced)).isBetween(9.0, 10.0);
	}

	@Test
	void recoversThePaceWithEachSuccess() {
		UUID paced = this.bench.connection(1_000, Duration.ofMillis(200));
		throttle(paced);

		succeed(paced);
		assertThat(this.bench.slowedMillis(paced)).isEqualTo(360);
		for (int i = 0; i < 8; i++) {
			succeed(paced);
		}
		assertThat(this.bench.slowedMillis(paced)).isZero();
	}

	private void throttle(UUID paced) {
		close(claimed(paced), Outcome.failed(new Throttled(Duration.ZERO)));
	}

	@Test
	void recoversNoPaceByDoingNothing() {
		UUID paced = this.bench.connection(1_000, Duration.ofMillis(200));
		throttle(paced);

		close(claimed(paced), Outcome.nothing());
		close(claimed(paced), Outcome.later(Duration.ZERO));

		assertThat(this.bench.slowedMillis(paced)).isEqualTo(400);
	}

	private void succeed(UUID paced) {
		close(claimed(paced), new Outcome.Done(() -> {
		}));
	}

	private WorkItem claimed(UUID paced) {
		UUID subject = this.bench.raised(paced, "order");
		this.bench.jdbc.sql("update work_budget set next_free_at = now()").update();
		return claim(subject);
	}

	@Test
	void waitsForAsLongAsAnUnavailableVendorAsks() {
		UUID subject = this.bench.raised(this.connection, "order");

		fail(subject, new Unavailable("503", Sent.PERHAPS, Duration.ofMinutes(3), null));

		assertThat(this.bench.row(subject).attempts()).isEqualTo(1);
		assertThat(this.bench.row(subject).dueIn()).isBetween(175.0, 180.0);
		assertThat(this.bench.nextFreeIn(this.connection)).isLessThanOrEqualTo(0);
	}

	@Test
	void outlivesARestartWithItsAttempts() {
		UUID subject = this.bench.raised(this.connection, "order");
		AtomicInteger calls = new AtomicInteger();
		Worker first = this.bench.start(WorkBench.handler("order", (item) -> {
			calls.incrementAndGet();
			throw new Unavailable("503", Sent.PERHAPS, Duration.ofHours(1), null);
		}));
		await().until(() -> this.bench.row(subject).attempts() == 1 && this.bench.row(subject).claim() == null);
		first.stop();

		this.bench.makeDue(subject);
		this.bench.start(WorkBench.handler("order",
				(item) -> (item.attempts() == 1) ? Outcome.nothing() : Outcome.failed(new Rejected("400", ""))));

		await().until(() -> this.bench.row(subject).done() == 1);
		assertThat(calls).hasValue(1);
		assertThat(this.bench.row(subject).attempts()).isZero();
	}

	@Test
	void keepsTheWaitingTimeOfFailingWorkThatIsRaised() {
		UUID subject = this.bench.raised(this.connection, "order");
		fail(subject, new Unavailable("503", Sent.PERHAPS, Duration.ofHours(1), null));

		this.bench.raise(subject, "order", this.connection);

		assertThat(this.bench.row(subject).wanted()).isEqualTo(2);
		assertThat(this.bench.row(subject).dueIn()).isGreaterThan(3_500);
	}

	@Test
	void keepsAskingRarelyAboutAPermanentFailureThatWasPassedOn() {
		UUID rejected = this.bench.raised(this.connection, "order");
		fail(rejected, new Rejected("400", "words"));
		UUID unintelligible = this.bench.raised(this.connection, "order");
		fail(unintelligible, new Unintelligible("html"));

		assertThat(this.bench.row(rejected).dueIn()).isBetween(295.0, 300.0);
		assertThat(this.bench.row(unintelligible).dueIn()).isBetween(295.0, 300.0);
		assertThat(this.bench.unfinished).extracting(WorkBench.Unfinished::reason)
			.containsExactly(WorkReason.REJECTED, WorkReason.UNINTELLIGIBLE);
	}

	@Test
	void triesWorkAgainWhoseHandlerHasAFault() {
		UUID subject = this.bench.raised(this.connection, "order");
		this.bench.start(WorkBench.handler("order", (item) -> {
			throw new IllegalStateException("a fault of ours");
		}));

		await().until(() -> this.bench.row(subject).attempts() > 0);
		assertThat(this.bench.unfinished).first().satisfies((told) -> {
			assertThat(told.reason()).isEqualTo(WorkReason.INTERNAL);
			assertThat(told.delay()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(1));
		});
	}

	@Test
	void triesWorkAgainWhoseRecordingFails() {
		UUID subject = this.bench.raised(this.connection, "order");
		this.bench.start(WorkBench.handler("order", (item) -> new Outcome.Done(() -> {
			throw new IllegalStateException("cannot be recorded");
		})));

		await().atMost(Duration.ofSeconds(5)).until(() -> this.bench.row(subject).attempts() > 0);
		assertThat(this.bench.row(subject).done()).isZero();
		assertThat(this.bench.unfinished).first()
			.extracting(WorkBench.Unfinished::reason)
			.isEqualTo(WorkReason.INTERNAL);
	}

	@Test
	void leavesWorkToWhoeverTookItOver() {
		UUID subject = this.bench.raised(this.connection, "order");
		this.bench.jdbc.sql("create table recorded (wanted bigint)").update();
		AtomicInteger runs = new AtomicInteger();
		this.bench.start(WorkBench.handler("order", (item) -> {
			if (runs.incrementAndGet() == 1) {
				this.bench.jdbc.sql("update work set claim = gen_random_uuid()").update();
			}
			return new Outcome.Done(
					() -> this.bench.jdbc.sql("insert into recorded values (?)").param(item.wanted()).update());
		}));

		await().until(() -> runs.get() == 1);
		this.bench.raised(this.connection, "order");
		await().until(() -> runs.get() == 2 && this.bench.open() == 1);

		assertThat(this.bench.row(subject).done()).isZero();
		assertThat(this.bench.row(subject).claim()).isNotNull();
		assertThat(this.bench.jdbc.sql("select count(*) from recorded").query(Long.class).single()).isEqualTo(1);
	}

	private void fail(UUID subject, VendorFailure failure) {
		close(claim(subject), Outcome.failed(failure));
	}

	private void close(WorkItem item, Outcome outcome) {
		this.bench.transaction.executeWithoutResult((status) -> this.bench.closing().close(item, outcome));
	}

	private WorkItem claim(UUID subject) {
		// Only this piece of work may be claimed: everything else waits meanwhile.
		this.bench.jdbc.sql("update work set due_at = due_at + interval '1 day' where subject_id <> ?")
			.param(subject)
			.update();
		WorkItem item = take().getFirst();
		this.bench.jdbc.sql("update work set due_at = due_at - interval '1 day' where subject_id <> ?")
			.param(subject)
			.update();
		return item;
	}

	private List<WorkItem> take() {
		return this.bench.claims(WorkBench.LEASE).take(KINDS, 100);
	}

	private void credentials(long version) {
		this.bench.budgets.set(new Budget(this.connection, WorkBench.SIDE, true, version, 1_000, Duration.ZERO));
	}

}
