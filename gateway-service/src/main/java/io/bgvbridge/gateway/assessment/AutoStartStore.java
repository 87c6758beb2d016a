package io.bgvbridge.gateway.assessment;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which check a rule began for each application.
 */
@Component
final class AutoStartStore {

	private final JdbcClient jdbc;

	AutoStartStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps the first; one that is being inserted elsewhere is waited for. */
	boolean insert(Assessment assessment) {
		return this.jdbc
			.sql("insert into auto_start (connection_id, application_id, assessment_id) values (?, ?, ?)"
					+ " on conflict do nothing")
			.params(assessment.connectionId(), assessment.applicationId(), assessment.assessmentId())
			.update() == 1;
	}

	void replace(Assessment assessment) {
		this.jdbc.sql("update auto_start set assessment_id = ? where connection_id = ? and application_id = ?")
			.params(assessment.assessmentId(), assessment.connectionId(), assessment.applicationId())
			.update();
	}

	Optional<UUID> find(UUID connectionId, String applicationId) {
		return this.jdbc.sql("select assessment_id from auto_start where connection_id = ? and application_id = ?")
			.params(connectionId, applicationId)
			.query(UUID.class)
			.optional();
	}

}
