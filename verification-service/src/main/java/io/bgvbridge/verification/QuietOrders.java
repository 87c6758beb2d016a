package io.bgvbridge.verification;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.verification.connection.Connections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open orders of which their provider has said nothing for long. All runs in the
 * transaction that closes the work.
 */
@Component
class QuietOrders {

	/** More are due in the next round; the longest silent come first. */
	private static final int MOST = 1_000;

	private static final String OPEN = """
			select assessment_id from verification
			where connection_id = :connection and provider_reference is not null
				and state in ('REQUESTED', 'INVITED', 'AWAITING_CANDIDATE', 'BLOCKED', 'IN_PROGRESS', 'ACTION_NEEDED',
					'ON_HOLD', 'REVIEW', 'DISPUTED')
				and heard_at < now() - :millis * interval '1 millisecond'
			""";

	private final JdbcClient jdbc;

	private final Verifications verifications;

	private final VerificationPublisher publisher;

	private final EarlyCallbacks early;

	private final Duration every;

	private final Duration silence;

	QuietOrders(JdbcClient jdbc, Verifications verifications, VerificationPublisher publisher, EarlyCallbacks early,
			ReconcileProperties properties) {
		this.jdbc = jdbc;
		this.verifications = verifications;
		this.publisher = publisher;
		this.early = early;
		this.every = properties.every();
		this.silence = properties.silence();
	}

	/** Has those read again of which nothing was heard since the last round. */
	void readAgain(UUID connectionId) {
		this.jdbc.sql(OPEN + " order by heard_at limit " + MOST)
			.param("connection", connectionId)
			.param("millis", this.every.toMillis())
			.query(UUID.class)
			.list()
			.forEach((assessmentId) -> this.verifications.raiseRefreshInBackground(assessmentId, connectionId));
	}

	/** Tells operators of silent ones, once for each silence. */
	void tell(UUID connectionId) {
		this.jdbc
			.sql("update verification set silence_told_at = now() where assessment_id in (" + OPEN
					+ " and (silence_told_at is null or silence_told_at < heard_at) order by heard_at limit " + MOST
					+ " for update) returning assessment_id")
			.param("connection", connectionId)
			.param("millis", this.silence.toMillis())
			.query(UUID.class)
			.list()
			.forEach((assessmentId) -> this.publisher.silent(connectionId, assessmentId, Connections.RECONCILE));
		this.early.forget(connectionId);
	}

}
