package io.bgvbridge.messaging.work;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The budgets of all connections. Work for a connection that has none waits.
 */
public final class Budgets {

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

	void delay(WorkItem item, Duration delay) {
		this.jdbc.sql("""
				update work_budget
				set next_free_at = greatest(next_free_at, now() + :millis * interval '1 millisecond')
				where connection_id = :connection and side = :side
				""")
			.param("connection", item.connectionId())
			.param("side", item.side())
			.param("millis", delay.toMillis())
			.update();
	}

}
