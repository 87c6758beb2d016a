package io.bgvbridge.gateway.report;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers who asked for which report, and what they were answered.
 */
@Component
final class Audit {

	private static final Logger log = LoggerFactory.getLogger(Audit.class);

	private final JdbcClient jdbc;

	Audit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void opened(String operator, UUID assessmentId, int answer) {
		this.jdbc.sql("insert into audit (audit_id, operator, action, assessment_id, answer) values (?, ?, ?, ?, ?)")
			.params(Generators.timeBasedEpochRandomGenerator().generate(), operator, "report.open", assessmentId,
					answer)
			.update();
		log.info("report.opened operator={} assessment={} answer={}", operator, assessmentId, answer);
	}

}
