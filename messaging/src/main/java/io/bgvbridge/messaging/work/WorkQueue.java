package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.trace.Traces;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The work that a service has to do, as rows.
 */
public final class WorkQueue {

	private final JdbcClient jdbc;

	private final Duration lease;

	private final Traces traces;

	/**
	 * Keeps the work in a database.
	 * @param jdbc the service's database
	 * @param lease how long a claim lasts: the longest call and some room to record it
	 * @param traces tells what the work is a part of
	 */
	public WorkQueue(JdbcClient jdbc, Duration lease, Traces traces) {
		this.jdbc = jdbc;
		this.lease = lease;
		this.traces = traces;
	}

	/**
	 * Wakes work up. Called in the transaction that makes it necessary. Work that waits
	 * after a failure keeps its waiting time.
	 * @param subjectId what the work is about
	 * @param kind what is to be done
	 * @param connectionId the connection that it is done for
	 * @param side the end of the connection that is called
	 */
	public void raise(UUID subjectId, String kind, UUID connectionId, String side) {
		raise(subjectId, kind, connectionId, side, false);
	}

	/**
	 * Wakes up work that nobody waits for: it is done when its side has nothing else that
	 * is due.
	 * @param subjectId what the work is about
	 * @param kind what is to be done
	 * @param connectionId the connection that it is done for
	 * @param side the end of the connection that is called
	 */
	public void raiseInBackground(UUID subjectId, String kind, UUID connectionId, String side) {
		raise(subjectId, kind, connectionId, side, true);
	}

	private void raise(UUID subjectId, String kind, UUID connectionId, String side, boolean background) {
		this.jdbc.sql("""
				insert into work (subject_id, kind, connection_id, side, background, trace_parent)
				values (:subject, :kind, :connection, :side, :background, :trace)
				on conflict (subject_id, kind) do update set wanted = work.wanted + 1,
					trace_parent = coalesce(excluded.trace_parent,
						case when work.wanted > work.done then work.trace_parent end),
					background = excluded.background and (work.background or work.wanted = work.done),
					due_at = case when work.attempts = 0 then least(work.due_at, now()) else work.due_at end
				""")
			.param("subject", subjectId)
			.param("kind", kind)
			.param("connection", connectionId)
			.param("side", side)
			.param("background", background)
			.param("trace", this.traces.current())
			.update();
	}

	/**
	 * Makes sure, just before a call, that the claim still holds and lasts for the call.
	 * @param item the claim
	 * @throws ClaimLost if it does not hold any more
	 */
	public void confirm(WorkItem item) {
		int held = this.jdbc.sql("""
				update work set claimed_until = now() + :lease * interval '1 millisecond'
				where subject_id = :subject and kind = :kind and claim = :claim and claimed_until > now()
				""")
			.param("lease", this.lease.toMillis())
			.param("subject", item.subjectId())
			.param("kind", item.kind())
			.param("claim", item.claim())
			.update();
		if (held == 0) {
			throw new ClaimLost(item);
		}
	}

	/** Work that was woken while it ran is due again at once. */
	void finish(WorkItem item) {
		close(item, "done = :wanted, attempts = 0, due_at = case when wanted > :wanted then now() else due_at end",
				Duration.ZERO);
	}

	/** A wake-up that came while the work ran does not wait for the next step. */
	void goOn(WorkItem item, Duration delay) {
		close(item, """
				attempts = 0, due_at = case when wanted > :wanted then now()
					else now() + :delay * interval '1 millisecond' end""", delay);
	}

	void retry(WorkItem item, Duration delay) {
		close(item, "attempts = attempts + 1, due_at = now() + :delay * interval '1 millisecond'", delay);
	}

	private void close(WorkItem item, String change, Duration delay) {
		int closed = this.jdbc
			.sql("update work set claim = null, claimed_until = null, " + change
					+ " where subject_id = :subject and kind = :kind and claim = :claim")
			.param("subject", item.subjectId())
			.param("kind", item.kind())
			.param("claim", item.claim())
			.param("wanted", item.wanted())
			.param("delay", delay.toMillis())
			.update();
		if (closed == 0) {
			throw new ClaimLost(item);
		}
	}

}
