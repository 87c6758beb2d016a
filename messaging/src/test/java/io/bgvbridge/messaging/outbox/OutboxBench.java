package io.bgvbridge.messaging.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import io.bgvbridge.messaging.TestDatabase;
import io.bgvbridge.messaging.avro.TestRecords;
import io.bgvbridge.messaging.trace.Traces;
import io.bgvbridge.schemas.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database with an outbox, and the relays that want to empty it.
 */
final class OutboxBench implements AutoCloseable {

	private final TestDatabase database = TestDatabase.create();

	private final List<OutboxRelay> relays = new ArrayList<>();

	private final List<HikariDataSource> pools = new ArrayList<>();

	final JdbcClient jdbc = this.database.jdbc();

	final Outbox outbox;

	final TransactionTemplate transaction = this.database.transaction();

	private final Traces traces;

	OutboxBench() {
		this(Traces.NONE);
	}

	OutboxBench(Traces traces) {
		this.traces = traces;
		this.outbox = new Outbox(this.jdbc, TestRecords.byHeart(), traces);
	}

	/** Another instance of the service. */
	OutboxRelay start(ScriptedKafka kafka) {
		HikariDataSource pool = this.database.anotherPool(2);
		OutboxRelay relay = new OutboxRelay(pool, kafka, Duration.ofMillis(10), this.traces);
		this.pools.add(pool);
		this.relays.add(relay);
		relay.start();
		return relay;
	}

	void add(UUID key, int number) {
		this.transaction.executeWithoutResult((status) -> addHere(key, number));
	}

	/** One record a number, in one transaction. */
	void addAll(UUID key, int from, int to) {
		this.transaction.executeWithoutResult((status) -> {
			for (int number = from; number <= to; number++) {
				addHere(key, number);
			}
		});
	}

	void addHere(UUID key, int number) {
		this.outbox.add(Topics.WORK_REPORTED, key.toString(), TestRecords.workReported(key, number));
	}

	long left() {
		return this.jdbc.sql("select count(*) from outbox").query(Long.class).single();
	}

	/** The database sessions that hold a relay's lock. */
	List<Integer> holders() {
		return this.database.operator().sql("""
				select pid from pg_locks where locktype = 'advisory' and granted
					and database = (select oid from pg_database where datname = current_database())
				""").query(Integer.class).list();
	}

	void kill(int session) {
		this.database.operator().sql("select pg_terminate_backend(?)").param(session).query(Boolean.class).single();
	}

	@Override
	public void close() {
		this.relays.forEach(OutboxRelay::stop);
		this.pools.forEach(HikariDataSource::close);
		this.database.close();
	}

}
