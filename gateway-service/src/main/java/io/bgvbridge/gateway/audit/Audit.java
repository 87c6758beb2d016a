package io.bgvbridge.gateway.audit;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers which operator asked for what of which check, and what they were answered.
 */
@Component
public class Audit {

	private static final Logger log = LoggerFactory.getLogger(Audit.class);

	private final JdbcClient jdbc;

	Audit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Remembers a request; in the caller's transaction, if there is one.
	 * @param operator the operator's name
	 * @param action closed code of what was asked for
	 * @param assessmentId the check
	 * @param answer the HTTP status of the answer
	 */
	public void asked(String operator, String action, UUID assessmentId, int answer) {
		this.jdbc.sql("insert into audit (audit_id, operator, action, assessment_id, answer) values (?, ?, ?, ?, ?)")
			.params(Generators.timeBasedEpochRandomGenerator().generate(), operator, action, assessmentId, answer)
			.update();
		log.info("operator.asked operator={} action={} assessment={} answer={}", operator, action, assessmentId,
				answer);
	}

}
