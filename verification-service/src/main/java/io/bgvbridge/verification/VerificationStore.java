package io.bgvbridge.verification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.verification.state.Progress;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of verifications.
 */
@Component
class VerificationStore {

	private final JdbcClient jdbc;

	VerificationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Inserts a verification, unless there is one with this id. */
	boolean insert(RequestVerification command, Beginning beginning) {
		return this.jdbc.sql("""
				insert into verification (assessment_id, connection_id, application_id, candidate_id,
					assessment_type_id, package_key, package_name, provider, origin, sealed_candidate, started_at,
					state, reason, result, sealed_words, erased, revision, changed_at)
				values (:id, :connection, :application, :candidate, :type, :package, :packageName, :provider, :origin,
					:sealed, :startedAt, :state, :reason, :result, :words, :erased, 1, now())
				on conflict (assessment_id) do nothing
				""")
			.param("id", command.assessmentId())
			.param("connection", command.connectionId())
			.param("application", command.applicationId())
			.param("candidate", beginning.candidateId())
			.param("type", command.assessmentTypeId())
			.param("package", command.packageKey())
			.param("packageName", beginning.packageName())
			.param("provider", command.provider())
			.param("origin", command.origin().name())
			.param("sealed", beginning.sealedCandidate())
			.param("startedAt", Timestamp.from(command.startedAt()))
			.param("state", beginning.progress().state().name())
			.param("reason", beginning.progress().reason().name())
			.param("result", beginning.progress().result().name())
			.param("words", beginning.sealedWords())
			.param("erased", beginning.erased())
			.update() == 1;
	}

	Verification get(UUID assessmentId) {
		return find(assessmentId).orElseThrow();
	}

	/**
	 * Every change of a verification holds this lock first, so that changes come one
	 * after another.
	 */
	Verification lock(UUID assessmentId) {
		return this.jdbc.sql("select * from verification where assessment_id = ? for update")
			.param(assessmentId)
			.query(Verification.class)
			.single();
	}

	Optional<Verification> find(UUID assessmentId) {
		return this.jdbc.sql("select * from verification where assessment_id = ?")
			.param(assessmentId)
			.query(Verification.class)
			.optional();
	}

	/** All of a candidate's, locked in one order. */
	List<Verification> lockAll(UUID connectionId, String candidateId) {
		return this.jdbc
			.sql("select * from verification where connection_id = ? and candidate_id = ? order by assessment_id"
					+ " for update")
			.params(connectionId, candidateId)
			.query(Verification.class)
			.list();
	}

	void move(UUID assessmentId, Progress progress, @Nullable Instant expectedAt, byte @Nullable [] sealedWords) {
		this.jdbc.sql("""
				update verification set state = :state, reason = :reason, result = :result, expected_at = :expectedAt,
					sealed_words = :words, revision = revision + 1, changed_at = now()
				where assessment_id = :id
				""")
			.param("state", progress.state().name())
			.param("reason", progress.reason().name())
			.param("result", progress.result().name())
			.param("expectedAt", (expectedAt != null) ? Timestamp.from(expectedAt) : null)
			.param("words", sealedWords)
			.param("id", assessmentId)
			.update();
	}

	/** The same once more, as a new revision. */
	void repeat(UUID assessmentId, Origin origin) {
		this.jdbc.sql("update verification set origin = ?, revision = revision + 1 where assessment_id = ?")
			.params(origin.name(), assessmentId)
			.update();
	}

	void complete(UUID assessmentId, byte[] sealedCandidate) {
		this.jdbc.sql("update verification set sealed_candidate = ? where assessment_id = ?")
			.params(sealedCandidate, assessmentId)
			.update();
	}

	void merge(UUID assessmentId, String survivingId) {
		this.jdbc.sql("update verification set candidate_id = ?, revision = revision + 1 where assessment_id = ?")
			.params(survivingId, assessmentId)
			.update();
	}

	/** Drops what is personal; the state is moved by the caller. */
	void erase(UUID assessmentId) {
		this.jdbc
			.sql("update verification set sealed_candidate = null, sealed_report_link = null, erased = true"
					+ " where assessment_id = ?")
			.param(assessmentId)
			.update();
	}

	/**
	 * How a verification begins.
	 *
	 * @param candidateId Ashby's id of the person as of now
	 * @param packageName the provider's name of what is ordered
	 * @param sealedCandidate the person's data; null for one that never gets so far
	 * @param progress where it stands
	 * @param sealedWords what its first update carries sealed; null if nothing
	 * @param erased whether the person was erased before
	 */
	record Beginning(String candidateId, String packageName, byte @Nullable [] sealedCandidate, Progress progress,
			byte @Nullable [] sealedWords, boolean erased) {

		/** One that has ended before it began. */
		static Beginning ended(String candidateId, Progress progress, boolean erased) {
			return new Beginning(candidateId, "", null, progress, null, erased);
		}

	}

}
