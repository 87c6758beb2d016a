package io.bgvbridge.sandbox.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.Service;

/**
 * A connection's checks and work in the verification service's database, written past the
 * service.
 */
final class OpenChecks implements AutoCloseable {

	private static final Duration PAUSE = Duration.ofMillis(250);

	private static final Duration LIMIT = Duration.ofMinutes(30);

	private static final int QUIET_LOOKS = 4;

	private final Connection database;

	private final String connectionId;

	private OpenChecks(Connection database, String connectionId) {
		this.database = database;
		this.connectionId = connectionId;
	}

	static OpenChecks in(LocalProduct product, String connectionId) {
		Database database = product.database(Service.VERIFICATION);
		try {
			return new OpenChecks(DriverManager.getConnection(database.url(), database.user(), database.password()),
					connectionId);
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	/**
	 * Inserts checks as if they had been ordered yesterday. The account is that of an
	 * order that was placed before.
	 */
	void insert(int count, long firstReference) {
		update("""
				insert into verification (assessment_id, connection_id, candidate_id, package_key, provider, started_at,
					state, reason, result, revision, attempt, provider_account, provider_reference, changed_at)
				select gen_random_uuid(), account.connection_id, 'bench-' || n, '12:34', 'springverify',
					now() - interval '1 day', 'AWAITING_CANDIDATE', 'NONE', 'NONE', 2, 1, account.provider_account,
					(?::bigint + n)::text, now() - interval '1 day'
				from (select connection_id, provider_account from verification
						where connection_id = ?::uuid and provider_account is not null limit 1) account,
					generate_series(0, ? - 1) n
				""", firstReference, this.connectionId, count);
		update("analyze verification");
	}

	/** Makes the connection's next sweep due now. */
	void sweepNow() {
		update("""
				update work set wanted = wanted + 1, attempts = 0, due_at = now()
				where kind = 'reconcile' and connection_id = ?::uuid
				""", this.connectionId);
	}

	/** Inserted checks of which the service has learnt that they are in progress. */
	long inProgress() {
		return count("""
				select count(*) from verification
				where connection_id = ?::uuid and candidate_id like 'bench-%' and state = 'IN_PROGRESS'
				""");
	}

	/**
	 * Waits until none of the connection's work is due, now or within a minute.
	 * @param what told at each look: what is waited for
	 */
	void awaitQuiet(Supplier<String> what) {
		long end = System.nanoTime() + LIMIT.toNanos();
		for (int quiet = 0; quiet < QUIET_LOOKS;) {
			String awaited = what.get();
			quiet = (pending() == 0) ? quiet + 1 : 0;
			if (System.nanoTime() > end) {
				throw new WalkFailure("waited " + LIMIT.toMinutes() + " minutes for " + awaited);
			}
			pause();
		}
	}

	private long pending() {
		return count("""
				select count(*) from work where connection_id = ?::uuid and side = 'provider' and wanted > done
					and due_at <= now() + interval '1 minute'
				""");
	}

	private long count(String sql) {
		try (PreparedStatement statement = this.database.prepareStatement(sql)) {
			statement.setString(1, this.connectionId);
			ResultSet rows = statement.executeQuery();
			rows.next();
			return rows.getLong(1);
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private void update(String sql, Object... parameters) {
		try (PreparedStatement statement = this.database.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setObject(i + 1, parameters[i]);
			}
			statement.execute();
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WalkFailure("interrupted");
		}
	}

	private static WalkFailure failure(SQLException ex) {
		return new WalkFailure("the verification service's database refused: " + ex.getMessage());
	}

	@Override
	public void close() {
		try {
			this.database.close();
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

}
