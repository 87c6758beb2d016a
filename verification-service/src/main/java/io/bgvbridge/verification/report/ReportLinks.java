package io.bgvbridge.verification.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where callbacks said that reports are. Such an address may open the report to whoever
 * has it, so that it is kept sealed.
 */
@Component
public class ReportLinks {

	private static final String PLACE = "report-link";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	ReportLinks(JdbcClient jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	@Bean
	static SealedColumn sealedReportLink() {
		return new SealedColumn("verification", "assessment_id", "sealed_report_link", PLACE);
	}

	/**
	 * Keeps an address; in the caller's transaction.
	 * @param assessmentId the check
	 * @param report where its report is
	 */
	public void keep(UUID assessmentId, URI report) {
		byte[] sealed = this.sealing.seal(PLACE, assessmentId.toString(),
				report.toString().getBytes(StandardCharsets.UTF_8));
		this.jdbc.sql("update verification set sealed_report_link = ? where assessment_id = ?")
			.params(sealed, assessmentId)
			.update();
	}

	/** The newest address; empty if no callback told one. */
	Optional<URI> find(UUID assessmentId) {
		return this.jdbc.sql(
				"select sealed_report_link from verification where assessment_id = ? and sealed_report_link is not null")
			.param(assessmentId)
			.query((row, number) -> row.getBytes(1))
			.optional()
			.map((sealed) -> URI
				.create(new String(this.sealing.open(PLACE, assessmentId.toString(), sealed), StandardCharsets.UTF_8)));
	}

}
