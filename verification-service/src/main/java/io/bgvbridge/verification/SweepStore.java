package io.bgvbridge.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.verification.provider.Page.Listed;
import io.bgvbridge.verification.state.Progress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the sweeps have come, and what they saw. All but {@link #at} run in the
 * transaction that closes the work.
 */
@Component
class SweepStore {

	private final JdbcClient jdbc;

	SweepStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The sweep that is under way; a new one if there is none. */
	Sweep at(UUID connectionId) {
		return this.jdbc.sql("select began_at, page_offset from sweep where connection_id = ?")
			.param(connectionId)
			.query(Sweep.class)
			.optional()
			.orElseGet(() -> new Sweep(this.jdbc.sql("select clock_timestamp()").query(Instant.class).single(), 0));
	}

	void goOn(UUID connectionId, Sweep next) {
		this.jdbc.sql("""
				insert into sweep (connection_id, began_at, page_offset) values (:connection, :beganAt, :offset)
				on conflict (connection_id) do update set began_at = excluded.began_at,
					page_offset = excluded.page_offset
				""")
			.param("connection", connectionId)
			.param("beganAt", java.sql.Timestamp.from(next.beganAt()))
			.param("offset", next.pageOffset())
			.update();
	}

	void end(UUID connectionId) {
		this.jdbc.sql("delete from sweep where connection_id = ?").param(connectionId).update();
	}

	/**
	 * Keeps what the list says of an order.
	 * @return the verification that it says something new of, if any
	 */
	List<UUID> keep(UUID connectionId, Listed listed) {
		Progress progress = listed.progress();
		return this.jdbc.sql("""
				with seen as (
					select assessment_id, listed_mark is distinct from :mark and (listed_mark is not null
						or not (:known and state = :state and reason = :reason and result = :result)) as news
					from verification where connection_id = :connection and provider_reference = :reference
					for update),
				kept as (
					update verification v set listed_mark = :mark, listed_at = clock_timestamp()
					from seen where v.assessment_id = seen.assessment_id)
				select assessment_id from seen where news
				""")
			.param("connection", connectionId)
			.param("reference", listed.reference())
			.param("mark", listed.mark())
			.param("known", progress != null)
			.param("state", (progress != null) ? progress.state().name() : "")
			.param("reason", (progress != null) ? progress.reason().name() : "")
			.param("result", (progress != null) ? progress.result().name() : "")
			.query(UUID.class)
			.list();
	}

	/**
	 * Whether open orders were not seen yet by the sweep that is under way. Those that
	 * were started since it began stand on pages that it has passed.
	 */
	boolean isAnyLeft(UUID connectionId, Sweep sweep) {
		return this.jdbc.sql("""
				select exists (select 1 from verification
					where connection_id = :connection and provider_reference is not null
						and state in ('REQUESTED', 'INVITED', 'AWAITING_CANDIDATE', 'BLOCKED', 'IN_PROGRESS',
							'ACTION_NEEDED', 'ON_HOLD', 'REVIEW', 'DISPUTED')
						and started_at < :beganAt and (listed_at is null or listed_at < :beganAt))
				""")
			.param("connection", connectionId)
			.param("beganAt", java.sql.Timestamp.from(sweep.beganAt()))
			.query(Boolean.class)
			.single();
	}

	/**
	 * A sweep over a connection's orders.
	 *
	 * @param beganAt when it began, by PostgreSQL's clock
	 * @param pageOffset how many orders it has passed
	 */
	record Sweep(Instant beganAt, int pageOffset) {

		Sweep after(int orders) {
			return new Sweep(this.beganAt, this.pageOffset + orders);
		}

	}

}
