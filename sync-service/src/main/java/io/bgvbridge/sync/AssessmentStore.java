package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.sync.Assessment.Channel;
import io.bgvbridge.sync.Assessment.Pending;
import io.bgvbridge.sync.Assessment.Shown;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Ashby has of each assessment and what is under way to it, in rows of
 * {@code assessment}.
 */
@Component
class AssessmentStore {

	/** Where version 1 kept the vendor's words alone. */
	private static final String WORDS = "sync.words";

	private static final String PENDING = "sync.pending";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	AssessmentStore(JdbcClient jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	@Bean
	static SealedColumn sealedWords() {
		return new SealedColumn("assessment", "assessment_id", "sealed_words", WORDS);
	}

	@Bean
	static SealedColumn pendingBody() {
		return new SealedColumn("assessment", "assessment_id", "pending_body", PENDING);
	}

	@Nullable Assessment find(UUID assessmentId) {
		return this.jdbc.sql("select * from assessment where assessment_id = ?")
			.param(assessmentId)
			.query((row, number) -> assessment(row))
			.optional()
			.orElse(null);
	}

	/** Keeps what is to be sent and tells true, unless the candidate was erased. */
	boolean begin(UUID assessmentId, Pending pending) {
		return this.jdbc.sql("""
				update assessment set pending_channel = :channel, pending_revision = :revision,
					pending_timestamp = :timestamp, pending_result = :result, pending_sends_result = :sendsResult,
					pending_cancels = :cancels, pending_gist = :gist, pending_body = :body
				where assessment_id = :assessment and not erased
				""")
			.param("assessment", assessmentId)
			.param("channel", pending.channel().name())
			.param("revision", pending.revision())
			.param("timestamp", pending.timestamp())
			.param("result", pending.result())
			.param("sendsResult", pending.sendsResult())
			.param("cancels", pending.cancels())
			.param("gist", pending.gist())
			.param("body", this.sealing.seal(PENDING, assessmentId.toString(), pending.body()))
			.update() == 1;
	}

	/**
	 * Ashby has what was pending. A completed assessment that was added before a
	 * recruiter took the check over says nothing of the recruiter's.
	 */
	void delivered(UUID assessmentId, Channel channel) {
		String ofThis = switch (channel) {
			case UPDATE -> "";
			case COMPLETED -> " and origin = 'AUTO_START'";
		};
		this.jdbc.sql("""
				update assessment set pushed_revision = pending_revision, pushed_result = pending_result,
					pushed_gist = pending_gist, failure = null,
					result_revision = case when coalesce(pending_sends_result, pending_result is not null)
						then pending_revision else result_revision end,
					cancelled_revision = case when pending_cancels then pending_revision else cancelled_revision end
				where assessment_id = :assessment and pending_body is not null""" + ofThis)
			.param("assessment", assessmentId)
			.update();
		end(assessmentId, "last_timestamp = pending_timestamp", null);
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

	/**
	 * Ashby will never take what was pending as a completed assessment, so that this end
	 * is still to be told.
	 */
	void completionRefused(UUID assessmentId, String failure) {
		end(assessmentId, "completion_refused_revision = pending_revision, last_timestamp = pending_timestamp, "
				+ "failure = :failure", failure);
	}

	/**
	 * Ashby answered in a way that cannot be understood: it may show the result, which is
	 * not sent again.
	 */
	void unclear(UUID assessmentId, String failure) {
		this.jdbc.sql("""
				update assessment set pushed_result = pending_result
				where assessment_id = ? and pending_body is not null
					and coalesce(pending_channel, 'UPDATE') = 'UPDATE'
					and coalesce(pending_sends_result, pending_result is not null)
				""").param(assessmentId).update();
		refused(assessmentId, failure);
	}

	/** Ashby shows this revision already. */
	void shown(UUID assessmentId, long revision) {
		this.jdbc.sql("update assessment set pushed_revision = ?, failure = null where assessment_id = ?")
			.params(revision, assessmentId)
			.update();
	}

	/** A note tells this end, unless a recruiter has taken the check over. */
	void noted(UUID assessmentId, NoteAttempt note) {
		this.jdbc.sql("""
				update assessment set pushed_revision = :revision, pushed_gist = :gist, failure = null
				where assessment_id = :assessment and origin = 'AUTO_START' and not erased
				""")
			.param("revision", note.revision())
			.param("gist", note.gist())
			.param("assessment", assessmentId)
			.update();
	}

	/**
	 * Nobody will ever know whether a note tells this end; it counts as told, unless a
	 * recruiter has taken the check over.
	 */
	void perhapsNoted(UUID assessmentId, NoteAttempt note, String failure) {
		this.jdbc.sql("""
				update assessment set pushed_gist = ?
				where assessment_id = ? and origin = 'AUTO_START' and not erased
				""").params(note.gist(), assessmentId).update();
		withheld(assessmentId, note.revision(), failure);
	}

	/** Ashby is not told this revision. */
	void withheld(UUID assessmentId, long revision, String failure) {
		this.jdbc.sql("update assessment set failed_revision = ?, failure = ? where assessment_id = ?")
			.params(revision, failure, assessmentId)
			.update();
	}

	private void end(UUID assessmentId, String change, @Nullable String failure) {
		this.jdbc.sql("update assessment set " + change + """
				, pending_revision = null, pending_timestamp = null, pending_result = null,
					pending_sends_result = null, pending_cancels = null, pending_gist = null, pending_channel = null,
					pending_body = null
				where assessment_id = :assessment and pending_body is not null
				""").param("assessment", assessmentId).param("failure", failure).update();
	}

	private Assessment assessment(ResultSet row) throws SQLException {
		UUID assessmentId = row.getObject("assessment_id", UUID.class);
		Subject subject = new Subject(Origin.valueOf(row.getString("origin")), row.getString("candidate_id"),
				row.getObject("assessment_type_id", UUID.class));
		Shown shown = new Shown(row.getLong("pushed_revision"), row.getString("pushed_result"),
				row.getString("pushed_gist"), row.getLong("result_revision") > 0, row.getLong("cancelled_revision") > 0,
				row.getLong("last_timestamp"));
		return new Assessment(assessmentId, row.getObject("connection_id", UUID.class),
				row.getTimestamp("started_at").toInstant(), subject, standing(assessmentId, row), shown,
				pending(assessmentId, row), row.getLong("failed_revision"), completionRefused(row),
				row.getLong("tell_again_revision"), row.getBoolean("erased"));
	}

	/** A refusal counts for the end that it was of, whatever its later revisions add. */
	private static boolean completionRefused(ResultSet row) throws SQLException {
		long refused = row.getLong("completion_refused_revision");
		return refused > 0 && refused >= row.getLong("ended_revision");
	}

	private Standing standing(UUID assessmentId, ResultSet row) throws SQLException {
		return new Standing(row.getLong("revision"), State.valueOf(row.getString("state")),
				Reason.valueOf(row.getString("reason")), Conclusion.valueOf(row.getString("outcome")),
				row.getString("provider"), row.getString("reference"), details(assessmentId, row),
				instant(row.getTimestamp("expected_at")), row.getTimestamp("occurred_at").toInstant(),
				row.getBoolean("final"));
	}

	private Details details(UUID assessmentId, ResultSet row) throws SQLException {
		byte[] details = opened(StandingStore.DETAILS, assessmentId, row.getBytes("sealed_details"));
		if (details != null) {
			return Details.read(details);
		}
		byte[] words = opened(WORDS, assessmentId, row.getBytes("sealed_words"));
		return (words == null) ? Details.NONE : new Details(new String(words, StandardCharsets.UTF_8), null, List.of());
	}

	private @Nullable Pending pending(UUID assessmentId, ResultSet row) throws SQLException {
		byte[] body = opened(PENDING, assessmentId, row.getBytes("pending_body"));
		if (body == null) {
			return null;
		}
		String gist = row.getString("pending_gist");
		String result = row.getString("pending_result");
		return new Pending(channel(row.getString("pending_channel")), row.getLong("pending_revision"),
				row.getLong("pending_timestamp"), result, sendsResult(row, result), row.getBoolean("pending_cancels"),
				(gist == null) ? "" : gist, body);
	}

	/** The version before this one, which may still run beside, knew updates only. */
	private static Channel channel(@Nullable String name) {
		return (name == null) ? Channel.UPDATE : Channel.valueOf(name);
	}

	/** The version before this one kept a result only where it was sent. */
	private static boolean sendsResult(ResultSet row, @Nullable String result) throws SQLException {
		boolean sends = row.getBoolean("pending_sends_result");
		return row.wasNull() ? result != null : sends;
	}

	private byte @Nullable [] opened(String place, UUID assessmentId, byte @Nullable [] sealed) {
		return (sealed == null) ? null : this.sealing.open(place, assessmentId.toString(), sealed);
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time == null) ? null : time.toInstant();
	}

}
