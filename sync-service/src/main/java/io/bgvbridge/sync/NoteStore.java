package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of {@code note}: notes whose outcome is not known.
 */
@Component
class NoteStore {

	private static final String PLACE = "sync.note";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	NoteStore(JdbcClient jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	@Bean
	static SealedColumn sealedText() {
		return new SealedColumn("note", "assessment_id", "sealed_text", PLACE);
	}

	/**
	 * Keeps a note that is about to be written and tells true, unless the candidate was
	 * erased.
	 */
	boolean begin(UUID assessmentId, NoteAttempt note) {
		return this.jdbc.sql("""
				insert into note (assessment_id, revision, gist, sealed_text)
				select assessment_id, :revision, :gist, :text from assessment
				where assessment_id = :assessment and not erased for share
				""")
			.param("assessment", assessmentId)
			.param("revision", note.revision())
			.param("gist", note.gist())
			.param("text",
					this.sealing.seal(PLACE, assessmentId.toString(), note.text().getBytes(StandardCharsets.UTF_8)))
			.update() == 1;
	}

	@Nullable NoteAttempt find(UUID assessmentId) {
		return this.jdbc
			.sql("select *, extract(epoch from now() - begun_at) * 1000 as age from note where assessment_id = ?")
			.param(assessmentId)
			.query((row, number) -> note(assessmentId, row))
			.optional()
			.orElse(null);
	}

	/** The note is written, or known not to be. */
	void drop(UUID assessmentId) {
		this.jdbc.sql("delete from note where assessment_id = ?").param(assessmentId).update();
	}

	private NoteAttempt note(UUID assessmentId, ResultSet row) throws SQLException {
		byte[] text = this.sealing.open(PLACE, assessmentId.toString(), row.getBytes("sealed_text"));
		return new NoteAttempt(row.getLong("revision"), row.getString("gist"), new String(text, StandardCharsets.UTF_8),
				row.getTimestamp("begun_at").toInstant(), Duration.ofMillis(row.getLong("age")));
	}

}
