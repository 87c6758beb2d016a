package io.bgvbridge.verification;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.work.WorkProperties;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of attempts.
 */
@Component
@EnableConfigurationProperties(OrderProperties.class)
class AttemptStore {

	private final JdbcClient jdbc;

	private final Duration settling;

	AttemptStore(JdbcClient jdbc, OrderProperties order, WorkProperties work) {
		this.jdbc = jdbc;
		this.settling = work.callTimeout().plus(order.providerLag());
	}

	/** All attempts, oldest first. */
	List<Attempt> of(UUID assessmentId) {
		return this.jdbc.sql("""
				select attempt_no, state, began_at, began_at + :millis * interval '1 millisecond' <= now() as settled,
					began_at + interval '23 hours' > now() as repeatable, idempotency_key
				from attempt where assessment_id = :id order by attempt_no
				""").param("millis", this.settling.toMillis()).param("id", assessmentId).query(Attempt.class).list();
	}

	void begin(UUID assessmentId, int attemptNo) {
		this.jdbc
			.sql("""
					insert into attempt (assessment_id, attempt_no, state, began_at) values (?, ?, 'CALLING', clock_timestamp())
					""")
			.params(assessmentId, attemptNo)
			.update();
	}

	void end(UUID assessmentId, int attemptNo, Attempt.State state) {
		this.jdbc.sql("update attempt set state = ?, ended_at = now() where assessment_id = ? and attempt_no = ?")
			.params(state.name(), assessmentId, attemptNo)
			.update();
	}

}
