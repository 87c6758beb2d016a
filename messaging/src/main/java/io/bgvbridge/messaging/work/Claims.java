package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.uuid.Generators;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Claims due work, a few rows a connection, connections in turn, and never more than the
 * connection's budget. Every instance of a service may claim at the same time.
 */
final class Claims {

	/** Rows of one connection in one turn. */
	private static final int TURN = 4;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Duration lease;

	Claims(JdbcClient jdbc, TransactionOperations transaction, Duration lease) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.lease = lease;
	}

	/**
	 * Claims work.
	 * @param kinds the kinds that can be done here
	 * @param limit the most rows to claim
	 * @return the claims, all of them made by one transaction
	 */
	List<WorkItem> take(List<String> kinds, int limit) {
		List<WorkItem> claims = this.transaction.execute((status) -> {
			List<WorkItem> taken = new ArrayList<>();
			for (Turn turn : turns(kinds, limit)) {
				if (taken.size() < limit) {
					taken.addAll(take(turn, kinds, Math.min(TURN, limit - taken.size())));
				}
			}
			return taken;
		});
		return (claims != null) ? claims : List.of();
	}

	/**
	 * Locks the budgets first, but for those that are used up: they must not take turns
	 * from others. The rows are then counted again and claimed by statements of their
	 * own, which see what the previous holder of the lock has committed.
	 */
	private List<Turn> turns(List<String> kinds, int limit) {
		return this.jdbc.sql("""
				select b.connection_id, b.side, b.credentials_version, b.in_flight_limit,
					greatest(b.spacing_millis, b.slowed_millis) as spacing_millis
				from work_budget b
				where b.enabled and b.next_free_at <= now()
					and (b.stopped_version is null or b.stopped_version < b.credentials_version)
					and exists (select 1 from work w where w.connection_id = b.connection_id and w.side = b.side
						and w.wanted > w.done and w.due_at <= now() and w.kind = any (:kinds)
						and (w.claim is null or w.claimed_until <= now()))
					and b.in_flight_limit > (select count(*) from work c where c.claim is not null
						and c.claimed_until > now() and c.connection_id = b.connection_id and c.side = b.side)
				order by b.last_claimed_at limit :limit for update of b skip locked
				""").param("kinds", kinds.toArray(String[]::new)).param("limit", limit).query(Turn.class).list();
	}

	private List<WorkItem> take(Turn turn, List<String> kinds, int most) {
		UUID claim = Generators.timeBasedEpochRandomGenerator().generate();
		List<WorkItem> taken = this.jdbc.sql("""
				with due as (
					select subject_id, kind from work
					where connection_id = :connection and side = :side and wanted > done and due_at <= now()
						and kind = any (:kinds) and (claim is null or claimed_until <= now())
					order by background, due_at
					limit greatest(0, least(:most, :inFlight - (select count(*) from work where claim is not null
						and claimed_until > now() and connection_id = :connection and side = :side)))
					for update skip locked)
				update work w set claim = :claim, claimed_until = now() + :lease * interval '1 millisecond'
				from due where w.subject_id = due.subject_id and w.kind = due.kind
				returning w.subject_id, w.kind, w.connection_id, w.side, w.wanted, w.attempts, w.claim,
					:version::bigint as credentials_version, w.trace_parent
				""")
			.param("connection", turn.connectionId())
			.param("side", turn.side())
			.param("kinds", kinds.toArray(String[]::new))
			.param("most", most)
			.param("inFlight", turn.inFlightLimit())
			.param("claim", claim)
			.param("lease", this.lease.toMillis())
			.param("version", turn.credentialsVersion())
			.query(WorkItem.class)
			.list();
		use(turn, taken.size());
		return taken;
	}

	private void use(Turn turn, int permits) {
		this.jdbc.sql("""
				update work_budget set last_claimed_at = clock_timestamp(),
					next_free_at = greatest(next_free_at, now()) + :millis * interval '1 millisecond'
				where connection_id = :connection and side = :side
				""")
			.param("connection", turn.connectionId())
			.param("side", turn.side())
			.param("millis", turn.spacingMillis() * permits)
			.update();
	}

	/**
	 * A connection's turn.
	 *
	 * @param connectionId the connection
	 * @param side the end of the connection
	 * @param credentialsVersion version of the side's credentials
	 * @param inFlightLimit how many rows may be claimed at once
	 * @param spacingMillis mean time between two of them
	 */
	record Turn(UUID connectionId, String side, long credentialsVersion, int inFlightLimit, long spacingMillis) {

	}

}
