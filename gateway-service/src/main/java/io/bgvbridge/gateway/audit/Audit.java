package io.bgvbridge.gateway.audit;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which operator asked for what, and what they were answered.
 */
@Component
public class Audit {

	private static final Logger log = LoggerFactory.getLogger(Audit.class);

	private final JdbcClient jdbc;

	Audit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Remembers a request about a check; in the caller's transaction, if there is one.
	 * @param operator the operator's name
	 * @param action closed code of what was asked for
	 * @param assessmentId the check
	 * @param answer the HTTP status of the answer
	 */
	public void asked(String operator, String action, UUID assessmentId, int answer) {
		add(operator, action, assessmentId, null, answer);
	}

	/**
	 * Remembers a change of something else; in the caller's transaction, if there is one.
	 * @param operator the operator's name
	 * @param action closed code of what was changed
	 * @param subject id or name of what was changed
	 */
	public void changed(String operator, String action, String subject) {
		add(operator, action, null, subject, 200);
	}

	private void add(String operator, String action, @Nullable UUID assessmentId, @Nullable String subject,
			int answer) {
		this.jdbc.sql("""
				insert into audit (audit_id, operator, action, assessment_id, subject, answer)
				values (:id, :operator, :action, :assessment, :subject, :answer)
				""")
			.param("id", Generators.timeBasedEpochRandomGenerator().generate())
			.param("operator", operator)
			.param("action", action)
			.param("assessment", assessmentId)
			.param("subject", subject)
			.param("answer", answer)
			.update();
		log.info("operator.asked operator={} action={} assessment={} subject={} answer={}", operator, action,
				assessmentId, subject, answer);
	}

}
