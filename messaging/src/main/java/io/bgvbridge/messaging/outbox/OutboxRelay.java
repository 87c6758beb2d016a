package io.bgvbridge.messaging.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import io.bgvbridge.messaging.trace.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes the {@link Outbox} in the order of its ids, the next batch only after every
 * acknowledgement of the one before. One relay at a time works for a service: a session
 * lock of PostgreSQL, which a killed process gives back at once, decides which.
 */
public final class OutboxRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final long LOCK = 0x6f7574626f78L;

	private static final int BATCH = 200;

	private static final Duration STANDBY = Duration.ofMillis(500);

	private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(60);

	private final DataSource database;

	private final KafkaOperations<String, byte[]> kafka;

	private final Duration poll;

	private final Traces traces;

	private volatile boolean running;

	private Thread thread = new Thread();

	/**
	 * Relays from a database to Kafka.
	 * @param database the service's database
	 * @param kafka publishes
	 * @param poll how long an empty outbox is left alone
	 * @param traces continues what the records are a part of
	 */
	public OutboxRelay(DataSource database, KafkaOperations<String, byte[]> kafka, Duration poll, Traces traces) {
		this.database = database;
		this.kafka = kafka;
		this.poll = poll;
		this.traces = traces;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.interrupt();
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		while (this.running) {
			try {
				try (Connection session = this.database.getConnection()) {
					relayWhileLocked(session);
				}
				Thread.sleep(STANDBY);
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (SQLException | ExecutionException | TimeoutException | RuntimeException ex) {
				log.warn("outbox.paused reason={}", ex.toString());
				pause();
			}
		}
	}

	private void pause() {
		try {
			Thread.sleep(STANDBY);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void relayWhileLocked(Connection session)
			throws SQLException, InterruptedException, ExecutionException, TimeoutException {
		if (!ask(session, "select pg_try_advisory_lock(" + LOCK + ")")) {
			return;
		}
		try {
			while (this.running) {
				if (relayBatch(session) == 0) {
					Thread.sleep(this.poll);
				}
			}
		}
		finally {
			release(session);
		}
	}

	/** A pooled session that kept the lock would keep every other relay out. */
	private static void release(Connection session) throws SQLException {
		boolean interrupted = Thread.interrupted();
		try {
			ask(session, "select pg_advisory_unlock(" + LOCK + ")");
		}
		catch (SQLException ex) {
			session.abort(Runnable::run);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private int relayBatch(Connection session)
			throws SQLException, InterruptedException, ExecutionException, TimeoutException {
		List<Long> ids = new ArrayList<>();
		List<CompletableFuture<?>> acknowledgements = new ArrayList<>();
		try (PreparedStatement select = session.prepareStatement(
				"select id, topic, record_key, record_value, trace_parent from outbox order by id limit " + BATCH);
				ResultSet rows = select.executeQuery()) {
			while (rows.next()) {
				ids.add(rows.getLong(1));
				acknowledgements.add(send(rows));
			}
		}
		if (!ids.isEmpty()) {
			CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
				.get(ACKNOWLEDGED_WITHIN.toSeconds(), TimeUnit.SECONDS);
			delete(session, ids);
		}
		return ids.size();
	}

	private CompletableFuture<?> send(ResultSet row) throws SQLException {
		String topic = row.getString(2);
		String key = row.getString(3);
		byte[] value = row.getBytes(4);
		return this.traces.continued(row.getString(5), () -> this.kafka.send(topic, key, value));
	}

	private static void delete(Connection session, List<Long> ids) throws SQLException {
		try (PreparedStatement delete = session.prepareStatement("delete from outbox where id = any (?)")) {
			delete.setArray(1, session.createArrayOf("bigint", ids.toArray()));
			delete.executeUpdate();
		}
	}

	private static boolean ask(Connection session, String question) throws SQLException {
		try (PreparedStatement statement = session.prepareStatement(question);
				ResultSet row = statement.executeQuery()) {
			row.next();
			return row.getBoolean(1);
		}
	}

}
