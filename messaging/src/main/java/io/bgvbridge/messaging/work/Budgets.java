package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The budgets of all connections. Work for a connection that has none waits.
 */
public final class Budgets {

	private static final long SHORTEST_SLOWED_MILLIS = 50;

	private static final long LONGEST_SLOWED_MILLIS = Duration.ofSeconds(30).toMillis();

	private final JdbcClient jdbc;

	/**
	 * Keeps the budgets in a database.
	 * @param jdbc the service's database
	 */
	public Budgets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Sets a budget, keeping what was already used of it.
	 * @param budget the budget
	 */
	public void set(Budget budget) {
		this.jdbc.sql("""
				insert into work_budget (connection_id, side, enabled, credentials_version, in_flight_limit,
					spacing_millis)
				values (:connection, :side, :enabled, :version, :inFlight, :spacing)
				on conflict (connection_id, side) do update set enabled = excluded.enabled,
					credentials_version = excluded.credentials_version,
					in_flight_limit = excluded.in_flight_limit, spacing_millis = excluded.spacing_millis
				""")
			.param("connection", budget.connectionId())
			.param("side", budget.side())
			.param("enabled", budget.enabled())
			.param("version", budget.credentialsVersion())
			.param("inFlight", budget.inFlight())
			.param("spacing", budget.spacing().toMillis())
			.update();
	}

	/**
	 * Leaves a side alone for a while: its vendor says that nothing is left of what it
	 * allows.
	 * @param connectionId the connection
	 * @param side the end of the connection
	 * @param time how long
	 */
	public void pause(UUID connectionId, String side, Duration time) {
		this.jdbc.sql("""
				update work_budget
				set next_free_at = greatest(next_free_at, now() + :millis * interval '1 millisecond')
				where connection_id = :connection and side = :side
				""").param("connection", connectionId).param("side", side).param("millis", time.toMillis()).update();
	}

	/**
	 * The version that failed is stopped, not the side: newer credentials may be there.
	 */
	void stop(WorkItem item) {
		this.jdbc.sql("""
				update work_budget set stopped_version = greatest(stopped_version, :version)
				where connection_id = :connection and side = :side
				""")
			.param("connection", item.connectionId())
			.param("side", item.side())
			.param("version", item.credentialsVersion())
			.update();
	}

	/**
	 * Lifts what stopped a side: whoever asks for it has perhaps mended the account
	 * without new credentials.
	 * @param connectionId the connection
	 * @param side the end of the connection
	 */
	public void resume(UUID connectionId, String side) {
		this.jdbc.sql("update work_budget set stopped_version = 0 where connection_id = ? and side = ?")
			.params(connectionId, side)
			.update();
	}

	/**
	 * The vendor wants fewer calls: none for a while, and then half as many in the same
	 * time.
	 */
	void slowDown(WorkItem item, Duration delay) {
		this.jdbc.sql("""
				update work_budget
				set next_free_at = greatest(next_free_at, now() + :millis * interval '1 millisecond'),
					slowed_millis = least(:longest, 2 * greatest(slowed_millis, spacing_millis, :shortest))
				where connection_id = :connection and side = :side
				""")
			.param("connection", item.connectionId())
			.param("side", item.side())
			.param("millis", delay.toMillis())
			.param("shortest", SHORTEST_SLOWED_MILLIS)
			.param("longest", LONGEST_SLOWED_MILLIS)
			.update();
	}

	/** A call succeeded, so that the next may come a little sooner again. */
	void speedUp(WorkItem item) {
		this.jdbc
			.sql("""
					update work_budget
					set slowed_millis = case when slowed_millis * 9 / 10 > spacing_millis then slowed_millis * 9 / 10 else 0 end
					where connection_id = :connection and side = :side and slowed_millis > 0
					""")
			.param("connection", item.connectionId())
			.param("side", item.side())
			.update();
	}

}
