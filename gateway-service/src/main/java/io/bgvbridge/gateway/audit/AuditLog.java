package io.bgvbridge.gateway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What operators asked for, to be read.
 */
@Component
public final class AuditLog {

	private static final UUID LAST = new UUID(-1, -1);

	private final JdbcClient jdbc;

	AuditLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Some of it.
	 * @param before what came before this entry; null for the newest
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<Entry> before(@Nullable UUID before, int limit) {
		return this.jdbc.sql("""
				select audit_id, at, operator, action, assessment_id, subject, answer from audit
				where audit_id < ? order by audit_id desc limit ?
				""").params((before != null) ? before : LAST, limit).query(AuditLog::entry).list();
	}

	/**
	 * What is about one check.
	 * @param assessmentId the check
	 * @param limit how many at most
	 * @return newest first
	 */
	public List<Entry> of(UUID assessmentId, int limit) {
		return this.jdbc.sql("""
				select audit_id, at, operator, action, assessment_id, subject, answer from audit
				where assessment_id = ? order by audit_id desc limit ?
				""").params(assessmentId, limit).query(AuditLog::entry).list();
	}

	private static Entry entry(ResultSet row, int number) throws SQLException {
		return new Entry(row.getObject("audit_id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("operator"), row.getString("action"), row.getObject("assessment_id", UUID.class),
				row.getString("subject"), row.getInt("answer"));
	}

	/**
	 * Something that an operator asked for.
	 *
	 * @param auditId its identity
	 * @param at when
	 * @param operator who
	 * @param action closed code of what
	 * @param assessmentId the check that it is about; null for something else
	 * @param subject the connection or account that it is about; null for a check
	 * @param answer the HTTP status of the answer
	 */
	public record Entry(UUID auditId, Instant at, String operator, String action, @Nullable UUID assessmentId,
			@Nullable String subject, int answer) {

	}

}
