package io.bgvbridge.gateway.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The assessments' rows.
 */
@Component
final class AssessmentStore {

	private static final String SELECT = """
			select assessment_id, connection_id, application_id, assessment_type_id, created_at, closed_at
			from assessment
			""";

	private final JdbcClient jdbc;

	AssessmentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Inserts a row, unless there is an open one of the same connection, application and
	 * type; one that is being inserted elsewhere is waited for.
	 */
	boolean insert(Assessment assessment, String packageKey, String candidateId, byte[] sealedPerson) {
		return this.jdbc.sql("""
				insert into assessment (assessment_id, connection_id, application_id, assessment_type_id, package_key,
					candidate_id, person, created_at)
				values (:id, :connection, :application, :type, :packageKey, :candidate, :person, :createdAt)
				on conflict (connection_id, application_id, assessment_type_id) where closed_at is null do nothing
				""")
			.param("id", assessment.assessmentId())
			.param("connection", assessment.connectionId())
			.param("application", assessment.applicationId())
			.param("type", assessment.assessmentTypeId())
			.param("packageKey", packageKey)
			.param("candidate", candidateId)
			.param("person", sealedPerson)
			.param("createdAt", assessment.createdAt().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	Optional<Assessment> open(UUID connectionId, String applicationId, UUID assessmentTypeId) {
		return this.jdbc
			.sql(SELECT + "where connection_id = ? and application_id = ? and assessment_type_id = ?"
					+ " and closed_at is null")
			.params(connectionId, applicationId, assessmentTypeId)
			.query(AssessmentStore::assessment)
			.optional();
	}

	Optional<Assessment> find(UUID assessmentId) {
		return this.jdbc.sql(SELECT + "where assessment_id = ?")
			.param(assessmentId)
			.query(AssessmentStore::assessment)
			.optional();
	}

	void close(UUID assessmentId, Instant at) {
		this.jdbc.sql("update assessment set closed_at = ? where assessment_id = ? and closed_at is null")
			.params(at.atOffset(ZoneOffset.UTC), assessmentId)
			.update();
	}

	private static Assessment assessment(ResultSet row, int number) throws SQLException {
		return new Assessment(row.getObject("assessment_id", UUID.class), row.getObject("connection_id", UUID.class),
				row.getString("application_id"), row.getObject("assessment_type_id", UUID.class),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				instant(row.getObject("closed_at", OffsetDateTime.class)));
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
		return (at != null) ? at.toInstant() : null;
	}

}
