package io.bgvbridge.gateway.verification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How long it is remembered who was checked: each connection says how many days after a
 * check has closed.
 */
@Component
public final class Retention {

	private static final Logger log = LoggerFactory.getLogger(Retention.class);

	/** Who is written down as the one who asked. */
	static final String OPERATOR = "(retention)";

	/** What one transaction erases. */
	private static final int BATCH = 100;

	private final JdbcClient jdbc;

	private final CheckErasures erasures;

	private final TransactionOperations transactions;

	Retention(JdbcClient jdbc, CheckErasures erasures, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.erasures = erasures;
		this.transactions = transactions;
	}

	/**
	 * Erases each check that has been closed for longer than its connection says.
	 */
	public void erase() {
		this.jdbc.sql("select connection_id, retention_days from connection where retention_days is not null")
			.query((row, number) -> new Kept(row.getObject(1, UUID.class), row.getInt(2)))
			.list()
			.forEach(this::erase);
	}

	private void erase(Kept kept) {
		long erased = 0;
		int batch;
		do {
			batch = Objects.requireNonNull(this.transactions.execute((status) -> batch(kept)));
			erased += batch;
		}
		while (batch == BATCH);
		if (erased > 0) {
			log.info("retention.erased connection={} days={} checks={}", kept.connectionId(), kept.days(), erased);
		}
	}

	/** A check that its service still works on is left for another day. */
	private int batch(Kept kept) {
		List<UUID> checks = this.jdbc
			.sql("""
					select assessment_id from assessment a
					where connection_id = :connection and closed_at < now() - make_interval(days => :days)
						and erased_at is null
						and not exists (select 1 from verification v where v.assessment_id = a.assessment_id and not v.final)
					order by closed_at limit :limit for update skip locked
					""")
			.param("connection", kept.connectionId())
			.param("days", kept.days())
			.param("limit", BATCH)
			.query(UUID.class)
			.list();
		checks.forEach((assessmentId) -> this.erasures.check(kept.connectionId(), assessmentId, OPERATOR));
		return checks.size();
	}

	/**
	 * How long a connection keeps.
	 *
	 * @param connectionId the connection
	 * @param days how many days after a check has closed
	 */
	private record Kept(UUID connectionId, int days) {
	}

}
