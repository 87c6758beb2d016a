package io.bgvbridge.gateway.verification;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Assessment;
import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.Canceller;
import io.bgvbridge.gateway.assessment.Cancellation;
import io.bgvbridge.gateway.audit.Audit;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Cancels of checks. Each is published before its row is closed, however often it is
 * asked for, so that a crash between the two heals with the next.
 */
@Component
public class Cancels {

	private static final Logger log = LoggerFactory.getLogger(Cancels.class);

	private final Assessments assessments;

	private final Connections connections;

	private final Verifications verifications;

	private final Audit audit;

	Cancels(Assessments assessments, Connections connections, Verifications verifications, Audit audit) {
		this.assessments = assessments;
		this.connections = connections;
		this.verifications = verifications;
		this.audit = audit;
	}

	/**
	 * Cancels a check for Ashby. What has ended stays as it is.
	 * @param connection the connection that Ashby calls over
	 * @param assessmentId the id that Ashby was given
	 * @return false if it was given no such id over this connection
	 * @throws io.bgvbridge.messaging.outbox.NotPublished if Kafka did not acknowledge
	 */
	public boolean byAshby(Connection connection, UUID assessmentId) {
		Optional<Assessment> found = this.assessments.find(assessmentId)
			.filter((assessment) -> assessment.connectionId().equals(connection.connectionId()));
		found.ifPresent((assessment) -> cancel(assessment, connection, Canceller.ASHBY));
		return found.isPresent();
	}

	/**
	 * Cancels a check for an operator, who is written down first.
	 * @param assessmentId the check
	 * @param operator who asks
	 * @throws ResponseStatusException if there is no such check
	 * @throws io.bgvbridge.messaging.outbox.NotPublished if Kafka did not acknowledge
	 */
	public void byOperator(UUID assessmentId, String operator) {
		Assessment assessment = this.assessments.find(assessmentId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such verification."));
		this.audit.asked(operator, "check.cancel", assessmentId, HttpStatus.ACCEPTED.value());
		cancel(assessment, this.connections.find(assessment.connectionId()).orElseThrow(), Canceller.OPERATOR);
	}

	private void cancel(Assessment assessment, Connection connection, Canceller by) {
		Cancellation cancellation = this.assessments.cancel(assessment, connection.provider().code(), by);
		this.verifications.take(cancellation);
		log.info("assessment.cancelled connection={} assessment={} by={} open={}", assessment.connectionId(),
				assessment.assessmentId(), by, assessment.isOpen());
	}

}
