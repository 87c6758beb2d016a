package io.bgvbridge.messaging.consumer;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

import io.bgvbridge.messaging.Outage;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells failures of what a service stands on from failures of what it was given.
 */
public final class Outages {

	/** Connection lost, resources exhausted, operator intervention, system, deadlock. */
	private static final Set<String> PASSING_SQL_CLASSES = Set.of("08", "53", "57", "58", "40");

	/** Read-only after a fail-over, time-outs of a transaction and of a lock. */
	private static final Set<String> PASSING_SQL_STATES = Set.of("25006", "25P03", "25P04", "55P03");

	private Outages() {
	}

	/**
	 * Whether a failure comes from outside and is expected to pass.
	 * @param failure what was thrown
	 * @return true if the same record or request may succeed later
	 */
	public static boolean isOutage(Throwable failure) {
		boolean probably = false;
		for (@Nullable
		Throwable cause = failure; cause != null; cause = causeOf(cause)) {
			if (isCertainly(cause)) {
				return true;
			}
			// PostgreSQL's own word: Spring counts too long a value as a lack of
			// resources.
			if (cause instanceof SQLException sql && sql.getSQLState() != null) {
				return passes(sql.getSQLState());
			}
			probably |= cause instanceof TransientDataAccessException
					|| cause instanceof DataAccessResourceFailureException;
		}
		return probably;
	}

	private static boolean isCertainly(Throwable cause) {
		return cause instanceof Outage || cause instanceof RetriableException
				|| cause instanceof CannotGetJdbcConnectionException
				|| cause instanceof CannotCreateTransactionException || cause instanceof SQLTransientException
				|| cause instanceof SQLRecoverableException;
	}

	private static boolean passes(String state) {
		return PASSING_SQL_STATES.contains(state)
				|| (state.length() == 5 && PASSING_SQL_CLASSES.contains(state.substring(0, 2)));
	}

	/** A rollback that failed hides what it was for. */
	private static @Nullable Throwable causeOf(Throwable failure) {
		Throwable hidden = (failure instanceof TransactionSystemException ended) ? ended.getApplicationException()
				: null;
		return (hidden != null) ? hidden : failure.getCause();
	}

}
