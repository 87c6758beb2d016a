package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several instances race for the same rows.
 */
class WorkerRaceTests {

	private static final List<String> KINDS = List.of("order", "refresh");

	private static final int SUBJECTS = 1_000;

	private final WorkBench bench = new WorkBench();

	/** Work under way, each with the claim that it is done under. */
	private final Map<String, UUID> underWay = new ConcurrentHashMap<>();

	private final Set<String> handled = ConcurrentHashMap.newKeySet();

	private final List<String> overlaps = java.util.Collections.synchronizedList(new ArrayList<>());

	@BeforeEach
	void countWakeUps() {
		this.bench.jdbc.sql("create table fact (subject_id uuid primary key, version int, seen int default 0)")
			.update();
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void everyRowIsDoneAndNeverAtTwoPlacesAtOnce() {
		IntStream.range(0, 10).forEach((i) -> {
			UUID connection = this.bench.connection(1_000, Duration.ZERO);
			KINDS.forEach((kind) -> this.bench.raiseMany(connection, kind, SUBJECTS / 10));
		});
		IntStream.range(0, 3).forEach((i) -> this.bench.start(handlers()));

		await().atMost(Duration.ofSeconds(30)).until(() -> this.bench.open() == 0);

		assertThat(this.handled).hasSize(SUBJECTS * KINDS.size());
		assertThat(this.overlaps).isEmpty();
	}

	@Test
	void noWakeUpIsLostWhileManyAreRaised() throws InterruptedException {
		UUID connection = this.bench.connection();
		List<UUID> subjects = IntStream.range(0, 20).mapToObj((i) -> UUID.randomUUID()).toList();
		IntStream.range(0, 3).forEach((i) -> this.bench.start(WorkBench.handler("refresh", this::readFact)));

		List<Thread> raisers = IntStream.range(0, 4)
			.mapToObj((i) -> Thread.ofPlatform().start(() -> raiseMany(subjects, connection)))
			.toList();
		for (Thread raiser : raisers) {
			raiser.join();
		}

		await().atMost(Duration.ofSeconds(20)).until(() -> this.bench.open() == 0);
		assertThat(count("select count(*) from work where wanted <> done")).isZero();
		assertThat(count("select sum(wanted) from work")).isEqualTo(4 * 250);
		assertThat(count("select count(*) from fact where seen <> version")).isZero();
		assertThat(this.overlaps).isEmpty();
	}

	private WorkHandler[] handlers() {
		return KINDS.stream().map((kind) -> WorkBench.handler(kind, (item) -> {
			alone(item, Thread::yield);
			return Outcome.nothing();
		})).toArray(WorkHandler[]::new);
	}

	private void raiseMany(List<UUID> subjects, UUID connection) {
		for (int i = 0; i < 250; i++) {
			UUID subject = subjects.get(ThreadLocalRandom.current().nextInt(subjects.size()));
			this.bench.transaction.executeWithoutResult((status) -> {
				this.bench.jdbc.sql("""
						insert into fact (subject_id, version) values (?, 1)
						on conflict (subject_id) do update set version = fact.version + 1
						""").param(subject).update();
				this.bench.queue.raise(subject, "refresh", connection, WorkBench.SIDE);
			});
		}
	}

	/** Sees the fact as it was when the work began, as a call to a vendor would. */
	private Outcome readFact(WorkItem item) {
		List<Integer> version = new ArrayList<>();
		alone(item,
				() -> version.add(this.bench.jdbc.sql("select version from fact where subject_id = ?")
					.param(item.subjectId())
					.query(Integer.class)
					.single()));
		return new Outcome.Done(() -> this.bench.jdbc.sql("update fact set seen = ? where subject_id = ?")
			.params(version.getFirst(), item.subjectId())
			.update());
	}

	private void alone(WorkItem item, Runnable work) {
		String name = item.subjectId() + "/" + item.kind();
		if (this.underWay.putIfAbsent(name, item.claim()) != null) {
			this.overlaps.add(name);
		}
		try {
			work.run();
		}
		finally {
			this.underWay.remove(name, item.claim());
			this.handled.add(name);
		}
	}

	private long count(String sql) {
		return this.bench.jdbc.sql(sql).query(Long.class).single();
	}

}
