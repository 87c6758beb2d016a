package io.bgvbridge.sync;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is true of each assessment, in rows of {@code assessment}. What may be personal is
 * sealed in them.
 */
@Component
class StandingStore {

	static final String DETAILS = "sync.details";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	StandingStore(JdbcClient jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	@Bean
	static SealedColumn sealedDetails() {
		return new SealedColumn("assessment", "assessment_id", "sealed_details", DETAILS);
	}

	/** Keeps a change and tells true, unless one as new is there or all was erased. */
	boolean take(StandingChange change) {
		takeOver(change);
		Standing standing = change.standing();
		return this.jdbc.sql("""
				insert into assessment (assessment_id, connection_id, started_at, origin, candidate_id,
					assessment_type_id, revision, state, reason, outcome, provider, reference, sealed_details,
					expected_at, occurred_at, final, ended_revision, tell_again_revision)
				values (:assessment, :connection, :startedAt, :origin, :candidate, :type, :revision, :state, :reason,
					:outcome, :provider, :reference, :details, :expectedAt, :occurredAt, :final, :ended, :again)
				on conflict (assessment_id) do update set origin = excluded.origin,
					candidate_id = excluded.candidate_id, assessment_type_id = excluded.assessment_type_id,
					revision = excluded.revision, state = excluded.state, reason = excluded.reason,
					outcome = excluded.outcome, provider = excluded.provider, reference = excluded.reference,
					sealed_words = null, sealed_details = excluded.sealed_details,
					expected_at = excluded.expected_at, occurred_at = excluded.occurred_at, final = excluded.final,
					ended_revision = case when assessment.final and excluded.final
							and (assessment.state, assessment.reason, assessment.outcome)
								= (excluded.state, excluded.reason, excluded.outcome)
						then assessment.ended_revision else excluded.ended_revision end,
					tell_again_revision = greatest(assessment.tell_again_revision, excluded.tell_again_revision)
				where assessment.revision < excluded.revision and not assessment.erased
				""")
			.param("assessment", change.assessmentId())
			.param("connection", change.connectionId())
			.param("startedAt", Timestamp.from(change.startedAt()))
			.param("origin", change.subject().origin().name())
			.param("candidate", change.subject().candidateId())
			.param("type", change.subject().assessmentTypeId())
			.param("revision", standing.revision())
			.param("state", standing.state().name())
			.param("reason", standing.reason().name())
			.param("outcome", standing.conclusion().name())
			.param("provider", standing.provider())
			.param("reference", standing.reference())
			.param("details", this.sealing.seal(DETAILS, change.assessmentId().toString(), standing.details().json()))
			.param("expectedAt", timestamp(standing.expectedAt()))
			.param("occurredAt", Timestamp.from(standing.occurredAt()))
			.param("final", standing.ended())
			.param("ended", standing.ended() ? standing.revision() : 0)
			.param("again", change.startRepeated() ? standing.revision() : 0)
			.update() == 1;
	}

	/**
	 * A recruiter has started what a rule began: from now on Ashby has an assessment of
	 * it, which was told nothing yet and may not have seen our answer to that start.
	 */
	private void takeOver(StandingChange change) {
		this.jdbc.sql("""
				update assessment set pushed_revision = 0, pushed_result = null, pushed_gist = null,
					result_revision = 0, cancelled_revision = 0, started_at = greatest(started_at, now())
				where assessment_id = :assessment and origin = 'AUTO_START' and :origin = 'RECRUITER'
					and revision < :revision
				""")
			.param("assessment", change.assessmentId())
			.param("origin", change.subject().origin().name())
			.param("revision", change.standing().revision())
			.update();
	}

	/** Revision that first came to the present end; 0 while there is none. */
	long endedRevision(UUID assessmentId) {
		return this.jdbc.sql("select ended_revision from assessment where assessment_id = ?")
			.param(assessmentId)
			.query(Long.class)
			.single();
	}

	/** Leaves codes, counters and times only. */
	void erase(UUID assessmentId) {
		this.jdbc.sql("""
				update assessment set erased = true, candidate_id = '', reference = null, sealed_words = null,
					sealed_details = null, pushed_gist = null, pending_revision = null, pending_timestamp = null,
					pending_result = null, pending_sends_result = null, pending_cancels = null, pending_gist = null,
					pending_channel = null, pending_body = null
				where assessment_id = ?
				""").param(assessmentId).update();
	}

	private static @Nullable Timestamp timestamp(@Nullable Instant time) {
		return (time == null) ? null : Timestamp.from(time);
	}

}
