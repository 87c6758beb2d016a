package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.sync.Assessment.Pending;
import io.bgvbridge.sync.Assessment.Shown;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of {@code assessment}. What may be personal is sealed in them.
 */
@Component
class AssessmentStore {

	private static final String WORDS = "sync.words";

	private static final String PENDING = "sync.pending";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	AssessmentStore(JdbcClient jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	/** Keeps a change and tells true, unless one as new is there. */
	boolean take(StandingChange change) {
		Standing standing = change.standing();
		return this.jdbc.sql("""
				insert into assessment (assessment_id, connection_id, started_at, revision, state, reason, outcome,
					provider, reference, sealed_words, occurred_at, final)
				values (:assessment, :connection, :startedAt, :revision, :state, :reason, :outcome,
					:provider, :reference, :words, :occurredAt, :final)
				on conflict (assessment_id) do update set revision = excluded.revision, state = excluded.state,
					reason = excluded.reason, outcome = excluded.outcome, provider = excluded.provider,
					reference = excluded.reference, sealed_words = excluded.sealed_words,
					occurred_at = excluded.occurred_at, final = excluded.final
				where assessment.revision < excluded.revision
				""")
			.param("assessment", change.assessmentId())
			.param("connection", change.connectionId())
			.param("startedAt", Timestamp.from(change.startedAt()))
			.param("revision", standing.revision())
			.param("state", standing.state().name())
			.param("reason", standing.reason().name())
			.param("outcome", standing.conclusion().name())
			.param("provider", standing.provider())
			.param("reference", standing.reference())
			.param("words", sealed(WORDS, change.assessmentId(), standing.words()))
			.param("occurredAt", Timestamp.from(standing.occurredAt()))
			.param("final", standing.ended())
			.update() == 1;
	}

	@Nullable Assessment find(UUID assessmentId) {
		return this.jdbc.sql("select * from assessment where assessment_id = ?")
			.param(assessmentId)
			.query((row, number) -> assessment(row))
			.optional()
			.orElse(null);
	}

	void begin(UUID assessmentId, Pending pending) {
		this.jdbc.sql("""
				update assessment set pending_revision = :revision, pending_timestamp = :timestamp,
					pending_result = :result, pending_cancels = :cancels, pending_body = :body
				where assessment_id = :assessment
				""")
			.param("assessment", assessmentId)
			.param("revision", pending.revision())
			.param("timestamp", pending.timestamp())
			.param("result", pending.result())
			.param("cancels", pending.cancels())
			.param("body", this.sealing.seal(PENDING, assessmentId.toString(), pending.body()))
			.update();
	}

	/** Ashby has what was pending. */
	void delivered(UUID assessmentId) {
		end(assessmentId, """
				pushed_revision = pending_revision, pushed_result = pending_result,
				last_timestamp = pending_timestamp, failure = null,
				result_revision = case when pending_result is null then result_revision else pending_revision end,
				cancelled_revision = case when pending_cancels then pending_revision else cancelled_revision end
				""", null);
	}

	/** Ashby never saw what was pending. */
	void unsent(UUID assessmentId) {
		end(assessmentId, "failure = null", null);
	}

	/** Ashby may have seen what was pending, so that its timestamp counts as used. */
	void refused(UUID assessmentId, String failure) {
		end(assessmentId, "failed_revision = pending_revision, last_timestamp = pending_timestamp, failure = :failure",
				failure);
	}

	/** Ashby shows this revision already. */
	void shown(UUID assessmentId, long revision) {
		this.jdbc.sql("update assessment set pushed_revision = ?, failure = null where assessment_id = ?")
			.params(revision, assessmentId)
			.update();
	}

	/** Ashby is not told this revision. */
	void withheld(UUID assessmentId, long revision, String failure) {
		this.jdbc.sql("update assessment set failed_revision = ?, failure = ? where assessment_id = ?")
			.params(revision, failure, assessmentId)
			.update();
	}

	private void end(UUID assessmentId, String change, @Nullable String failure) {
		this.jdbc.sql("update assessment set " + change + """
				, pending_revision = null, pending_timestamp = null, pending_result = null, pending_cancels = null,
					pending_body = null
				where assessment_id = :assessment
				""").param("assessment", assessmentId).param("failure", failure).update();
	}

	private Assessment assessment(ResultSet row) throws SQLException {
		UUID assessmentId = row.getObject("assessment_id", UUID.class);
		byte[] words = opened(WORDS, assessmentId, row.getBytes("sealed_words"));
		Standing newest = new Standing(row.getLong("revision"), State.valueOf(row.getString("state")),
				Reason.valueOf(row.getString("reason")), Conclusion.valueOf(row.getString("outcome")),
				row.getString("provider"), row.getString("reference"),
				(words == null) ? null : new String(words, StandardCharsets.UTF_8),
				row.getTimestamp("occurred_at").toInstant(), row.getBoolean("final"));
		Shown shown = new Shown(row.getLong("pushed_revision"), row.getString("pushed_result"),
				row.getLong("result_revision") > 0, row.getLong("cancelled_revision") > 0,
				row.getLong("last_timestamp"));
		return new Assessment(assessmentId, row.getObject("connection_id", UUID.class),
				row.getTimestamp("started_at").toInstant(), newest, shown, pending(assessmentId, row),
				row.getLong("failed_revision"));
	}

	private @Nullable Pending pending(UUID assessmentId, ResultSet row) throws SQLException {
		byte[] body = opened(PENDING, assessmentId, row.getBytes("pending_body"));
		return (body == null) ? null : new Pending(row.getLong("pending_revision"), row.getLong("pending_timestamp"),
				row.getString("pending_result"), row.getBoolean("pending_cancels"), body);
	}

	private byte @Nullable [] sealed(String place, UUID assessmentId, @Nullable String plain) {
		return (plain == null) ? null
				: this.sealing.seal(place, assessmentId.toString(), plain.getBytes(StandardCharsets.UTF_8));
	}

	private byte @Nullable [] opened(String place, UUID assessmentId, byte @Nullable [] sealed) {
		return (sealed == null) ? null : this.sealing.open(place, assessmentId.toString(), sealed);
	}

}
