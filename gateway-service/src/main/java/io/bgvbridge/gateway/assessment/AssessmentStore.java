package io.bgvbridge.gateway.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The assessments' rows; who is checked is sealed in them.
 */
@Component
class AssessmentStore {

	static final String PLACE = "assessment";

	private static final String SELECT = """
			select assessment_id, connection_id, application_id, candidate_id, assessment_type_id, package_key, origin,
				created_at, acknowledged_at is not null as acknowledged, closed_at
			from assessment
			""";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final SearchTerms terms;

	AssessmentStore(JdbcClient jdbc, Sealing sealing, SearchTerms terms) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.terms = terms;
	}

	/**
	 * Inserts a row, unless there is an open one of the same connection, application and
	 * type; one that is being inserted elsewhere is waited for.
	 */
	@Transactional
	boolean insert(Assessment assessment, Person person) {
		boolean inserted = this.jdbc.sql("""
				insert into assessment (assessment_id, connection_id, application_id, assessment_type_id, package_key,
					candidate_id, origin, person, created_at)
				values (:id, :connection, :application, :type, :packageKey, :candidate, :origin, :person, :createdAt)
				on conflict (connection_id, application_id, assessment_type_id) where closed_at is null do nothing
				""")
			.param("id", assessment.assessmentId())
			.param("connection", assessment.connectionId())
			.param("application", assessment.applicationId())
			.param("type", assessment.assessmentTypeId())
			.param("packageKey", assessment.packageKey())
			.param("candidate", assessment.candidateId())
			.param("origin", assessment.origin().name())
			.param("person", seal(assessment.assessmentId(), person))
			.param("createdAt", utc(assessment.createdAt()))
			.update() == 1;
		if (inserted) {
			this.terms.add(assessment.assessmentId(), person);
		}
		return inserted;
	}

	/** Makes an open auto-started check a recruiter's; tells whether it still was one. */
	@Transactional
	boolean takeOver(UUID assessmentId, String candidateId, Person person) {
		boolean taken = this.jdbc.sql("""
				update assessment set origin = 'RECRUITER', taken_over_at = :at, acknowledged_at = null,
					candidate_id = :candidate, person = :person
				where assessment_id = :id and origin = 'AUTO_START' and closed_at is null
				""")
			.param("at", utc(Instant.now()))
			.param("candidate", candidateId)
			.param("person", seal(assessmentId, person))
			.param("id", assessmentId)
			.update() == 1;
		if (taken) {
			this.terms.remove(assessmentId);
			this.terms.add(assessmentId, person);
		}
		return taken;
	}

	/** Keeps the first time. */
	void acknowledge(UUID assessmentId) {
		this.jdbc.sql("update assessment set acknowledged_at = ? where assessment_id = ? and acknowledged_at is null")
			.params(utc(Instant.now()), assessmentId)
			.update();
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

	/** Who is checked; empty once the candidate was erased. */
	Optional<Person> person(UUID assessmentId) {
		return this.jdbc.sql("select person from assessment where assessment_id = ? and person is not null")
			.param(assessmentId)
			.query((row, number) -> Person.read(this.sealing.open(PLACE, assessmentId.toString(), row.getBytes(1))))
			.optional();
	}

	void close(UUID assessmentId, Instant at) {
		this.jdbc.sql("update assessment set closed_at = ? where assessment_id = ? and closed_at is null")
			.params(utc(at), assessmentId)
			.update();
	}

	void updated(UUID assessmentId) {
		this.jdbc
			.sql("update assessment set awaits_first_update = false where assessment_id = ? and awaits_first_update")
			.param(assessmentId)
			.update();
	}

	void rename(UUID assessmentId, String candidateId) {
		this.jdbc.sql("update assessment set candidate_id = ? where assessment_id = ? and candidate_id <> ?")
			.params(candidateId, assessmentId, candidateId)
			.update();
	}

	@Transactional
	void empty(UUID assessmentId) {
		this.jdbc
			.sql("update assessment set person = null, erased_at = coalesce(erased_at, now()) where assessment_id = ?")
			.param(assessmentId)
			.update();
		this.terms.remove(assessmentId);
	}

	/**
	 * Indexes some older rows anew; tells the last of them, null at the end. Their locks
	 * keep an erasure waiting, which then finds what was added here.
	 */
	@Transactional
	@Nullable UUID index(UUID after, int limit) {
		List<UUID> rows = this.jdbc
			.sql("select assessment_id from assessment where assessment_id > ? and person is not null"
					+ " order by assessment_id limit ? for update")
			.params(after, limit)
			.query(UUID.class)
			.list();
		for (UUID assessmentId : rows) {
			person(assessmentId).ifPresent((person) -> this.terms.add(assessmentId, person));
		}
		return rows.isEmpty() ? null : rows.getLast();
	}

	private byte[] seal(UUID assessmentId, Person person) {
		return this.sealing.seal(PLACE, assessmentId.toString(), person.bytes());
	}

	private static Assessment assessment(ResultSet row, int number) throws SQLException {
		return new Assessment(row.getObject("assessment_id", UUID.class), row.getObject("connection_id", UUID.class),
				row.getString("application_id"), row.getString("candidate_id"),
				row.getObject("assessment_type_id", UUID.class), row.getString("package_key"),
				Origin.valueOf(row.getString("origin")), row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getBoolean("acknowledged"), instant(row.getObject("closed_at", OffsetDateTime.class)));
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
		return (at != null) ? at.toInstant() : null;
	}

}
