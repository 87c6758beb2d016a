package io.bgvbridge.verification;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.State;
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

	boolean insert(RequestVerification command, byte[] sealedCandidate) {
		return this.jdbc
			.sql("""
					insert into verification (assessment_id, connection_id, candidate_id, package_key, provider,
						sealed_candidate, started_at, state, reason, result, revision, changed_at)
					values (:id, :connection, :candidate, :package, :provider, :sealed, :startedAt, :state, 'NONE', 'NONE', 1,
						now())
					on conflict (assessment_id) do nothing
					""")
			.param("id", command.assessmentId())
			.param("connection", command.connectionId())
			.param("candidate", command.candidateId())
			.param("package", command.packageKey())
			.param("provider", command.provider())
			.param("sealed", sealedCandidate)
			.param("startedAt", java.sql.Timestamp.from(command.startedAt()))
			.param("state", State.REQUESTED.name())
			.update() == 1;
	}

	Verification get(UUID assessmentId) {
		return this.jdbc.sql("select * from verification where assessment_id = ?")
			.param(assessmentId)
			.query(Verification.class)
			.single();
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

	Optional<Verification> find(String account, String reference) {
		return this.jdbc.sql("select * from verification where provider_account = ? and provider_reference = ?")
			.params(account, reference)
			.query(Verification.class)
			.optional();
	}

	/** Whether another order for the same person may be under way at the provider. */
	boolean hasTwinInDoubt(Verification verification) {
		return this.jdbc.sql("""
				select exists (select 1 from verification v join attempt a on a.assessment_id = v.assessment_id
					where v.connection_id = ? and v.candidate_id = ? and v.assessment_id <> ? and a.state = 'CALLING')
				""")
			.params(verification.connectionId(), verification.candidateId(), verification.assessmentId())
			.query(Boolean.class)
			.single();
	}

	void move(UUID assessmentId, Progress progress, byte @Nullable [] sealedWords) {
		this.jdbc.sql("""
				update verification set state = :state, reason = :reason, result = :result, sealed_words = :words,
					revision = revision + 1, changed_at = now()
				where assessment_id = :id
				""")
			.param("state", progress.state().name())
			.param("reason", progress.reason().name())
			.param("result", progress.result().name())
			.param("words", sealedWords)
			.param("id", assessmentId)
			.update();
	}

	void complete(UUID assessmentId, byte[] sealedCandidate) {
		this.jdbc.sql("update verification set sealed_candidate = ? where assessment_id = ?")
			.params(sealedCandidate, assessmentId)
			.update();
	}

	void link(UUID assessmentId, int attempt, String account, String reference) {
		this.jdbc.sql("""
				update verification set attempt = ?, provider_account = ?, provider_reference = ?
				where assessment_id = ?
				""").params(attempt, account, reference, assessmentId).update();
	}

}
