package io.bgvbridge.gateway.assessment;

import java.util.UUID;

import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.gateway.audit.Audit;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.gateway.connection.OrderablePackage;
import io.bgvbridge.gateway.connection.Packages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Operators' second tries of what a rule began. What a recruiter began is started again
 * in Ashby, which must know the new id.
 */
@Component
public class Retries {

	private static final Logger log = LoggerFactory.getLogger(Retries.class);

	private static final String ACTION = "check.retry";

	private final Assessments assessments;

	private final AutoStarts autoStarts;

	private final Connections connections;

	private final Packages packages;

	private final Audit audit;

	Retries(Assessments assessments, AutoStarts autoStarts, Connections connections, Packages packages, Audit audit) {
		this.assessments = assessments;
		this.autoStarts = autoStarts;
		this.connections = connections;
		this.packages = packages;
		this.audit = audit;
	}

	/**
	 * Starts an ended check again, as a new one.
	 * @param assessmentId the check that has ended
	 * @param operator who asks
	 * @return the new check
	 * @throws ResponseStatusException if there is no such check, or it cannot be started
	 * again here
	 */
	public Assessment retry(UUID assessmentId, String operator) {
		Assessment ended = this.assessments.find(assessmentId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such verification."));
		try {
			Assessment next = again(ended);
			this.audit.asked(operator, ACTION, assessmentId, HttpStatus.ACCEPTED.value());
			return next;
		}
		catch (NotStartable ex) {
			this.audit.asked(operator, ACTION, assessmentId, HttpStatus.CONFLICT.value());
			throw new ResponseStatusException(HttpStatus.CONFLICT, ex.sentence(), ex);
		}
	}

	private Assessment again(Assessment ended) {
		if (ended.origin() != Origin.AUTO_START) {
			throw new NotStartable("Start it again in Ashby.");
		}
		if (ended.isOpen()) {
			throw new NotStartable("The check is still under way.");
		}
		Connection connection = this.connections.find(ended.connectionId())
			.filter(Connection::takesOrders)
			.orElseThrow(() -> new NotStartable("The connection is switched off."));
		OrderablePackage ordered = this.packages.find(ended.connectionId(), ended.assessmentTypeId())
			.filter(OrderablePackage::listed)
			.orElseThrow(() -> new NotStartable("The package is not offered any more."));
		Assessment next = this.autoStarts.again(ended, new Order(connection, ordered, null, Origin.AUTO_START));
		if (next.origin() != Origin.AUTO_START) {
			throw new NotStartable("A recruiter has started it again in Ashby.");
		}
		log.info("assessment.retried connection={} assessment={} next={}", ended.connectionId(), ended.assessmentId(),
				next.assessmentId());
		return next;
	}

}
