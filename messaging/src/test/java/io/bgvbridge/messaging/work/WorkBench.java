package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.bgvbridge.messaging.TestDatabase;
import io.bgvbridge.messaging.trace.Traces;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database with durable work, and the workers that race for it.
 */
final class WorkBench implements AutoCloseable {

	static final String SIDE = "provider";

	static final Duration LEASE = Duration.ofSeconds(20);

	private static final WorkProperties PROPERTIES = new WorkProperties(Duration.ofSeconds(10), 8,
			Duration.ofMillis(10));

	private final TestDatabase database = TestDatabase.create();

	private final List<Worker> workers = new ArrayList<>();

	final JdbcClient jdbc = this.database.jdbc();

	final TransactionTemplate transaction = this.database.transaction();

	final ConnectionMetrics connections = new ConnectionMetrics(this.jdbc);

	final WorkQueue queue;

	final Budgets budgets = new Budgets(this.jdbc);

	final List<Unfinished> unfinished = new CopyOnWriteArrayList<>();

	private final ObservedWork observed;

	WorkBench() {
		this(ObservationRegistry.NOOP, Traces.NONE);
	}

	WorkBench(ObservationRegistry observations, Traces traces) {
		this.queue = new WorkQueue(this.jdbc, LEASE, traces);
		this.observed = new ObservedWork(observations, traces, this.connections);
	}

	Claims claims(Duration lease) {
		return new Claims(this.jdbc, this.transaction, lease);
	}

	Closing closing() {
		return new Closing(this.queue, this.budgets,
				(item, reason, delay) -> this.unfinished.add(new Unfinished(item, reason, delay)));
	}

	/** Another instance of the service. */
	Worker start(WorkHandler... handlers) {
		Worker worker = new Worker(Arrays.asList(handlers), claims(LEASE), closing(), this.transaction, this.observed,
				PROPERTIES);
		this.workers.add(worker);
		worker.start();
		return worker;
	}

	static WorkHandler handler(String kind, Function<WorkItem, Outcome> work) {
		return new WorkHandler() {
			@Override
			public String kind() {
				return kind;
			}

			@Override
			public Outcome handle(WorkItem item) {
				return work.apply(item);
			}
		};
	}

	/** A connection with room for everything. */
	UUID connection() {
		return connection(1_000, Duration.ZERO);
	}

	UUID connection(int inFlight, Duration spacing) {
		UUID connection = UUID.randomUUID();
		this.budgets.set(new Budget(connection, SIDE, true, 1, inFlight, spacing));
		return connection;
	}

	UUID raised(UUID connection, String kind) {
		UUID subject = UUID.randomUUID();
		raise(subject, kind, connection);
		return subject;
	}

	void raise(UUID subject, String kind, UUID connection) {
		this.transaction.executeWithoutResult((status) -> this.queue.raise(subject, kind, connection, SIDE));
	}

	void raiseMany(UUID connection, String kind, int rows) {
		this.jdbc.sql("""
				insert into work (subject_id, kind, connection_id, side)
				select gen_random_uuid(), :kind, :connection, :side from generate_series(1, :rows)
				""")
			.param("kind", kind)
			.param("connection", connection)
			.param("side", SIDE)
			.param("rows", rows)
			.update();
	}

	/** Lets waiting time pass, on PostgreSQL's clock. */
	void makeDue(UUID subject) {
		this.jdbc.sql("update work set due_at = now() - interval '1 second' where subject_id = ?")
			.param(subject)
			.update();
	}

	void expireClaim(UUID subject) {
		this.jdbc.sql("update work set claimed_until = now() - interval '1 millisecond' where subject_id = ?")
			.param(subject)
			.update();
	}

	Row row(UUID subject) {
		return this.jdbc.sql("""
				select wanted, done, attempts, claim, extract(epoch from due_at - now())::float8 as due_in
				from work where subject_id = ?
				""").param(subject).query(Row.class).single();
	}

	double nextFreeIn(UUID connection) {
		return this.jdbc.sql("""
				select extract(epoch from next_free_at - now())::float8 from work_budget where connection_id = ?
				""").param(connection).query(Double.class).single();
	}

	long slowedMillis(UUID connection) {
		return this.jdbc.sql("select slowed_millis from work_budget where connection_id = ?")
			.param(connection)
			.query(Long.class)
			.single();
	}

	long open() {
		return this.jdbc.sql("select count(*) from work where wanted > done").query(Long.class).single();
	}

	@Override
	public void close() {
		this.workers.forEach(Worker::stop);
		this.database.close();
	}

	/**
	 * What the database says of a piece of work.
	 *
	 * @param wanted wake-ups
	 * @param done the last wake-up that was answered
	 * @param attempts tries since the last success
	 * @param claim who holds it, if anybody
	 * @param dueIn seconds until it is due
	 */
	record Row(long wanted, long done, int attempts, @Nullable UUID claim, double dueIn) {

	}

	/**
	 * What the observer was told.
	 *
	 * @param item the claim
	 * @param reason why it was not finished
	 * @param delay time until the next try
	 */
	record Unfinished(WorkItem item, WorkReason reason, @Nullable Duration delay) {

	}

}
