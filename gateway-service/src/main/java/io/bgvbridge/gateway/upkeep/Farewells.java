package io.bgvbridge.gateway.upkeep;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.verification.CheckErasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets, here and with the services, whom the checks of a connection were about.
 */
@Component
class Farewells {

	private static final Logger log = LoggerFactory.getLogger(Farewells.class);

	/** Who is written down as the one who asked. */
	private static final String OPERATOR = "(deletion)";

	private static final int BATCH = 100;

	/** The rest is for the next time. */
	private static final int BATCHES = 50;

	private final JdbcClient jdbc;

	private final CheckErasures erasures;

	private final TransactionOperations transactions;

	Farewells(JdbcClient jdbc, CheckErasures erasures, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.erasures = erasures;
		this.transactions = transactions;
	}

	/**
	 * Forgets, in several transactions.
	 * @return whether nobody is left
	 */
	boolean erase(UUID connectionId) {
		long erased = 0;
		for (int i = 0; i < BATCHES; i++) {
			Integer some = this.transactions.execute((status) -> eraseSome(connectionId));
			erased += (some != null) ? some : 0;
			if (some != null && some < BATCH) {
				log.info("connection.checks-erased connection={} checks={}", connectionId, erased);
				return true;
			}
		}
		return false;
	}

	private int eraseSome(UUID connectionId) {
		List<UUID> some = this.jdbc
			.sql("select assessment_id from assessment where connection_id = ? and erased_at is null"
					+ " order by assessment_id limit ? for update")
			.params(connectionId, BATCH)
			.query(UUID.class)
			.list();
		some.forEach((assessmentId) -> this.erasures.check(connectionId, assessmentId, OPERATOR));
		return some.size();
	}

}
