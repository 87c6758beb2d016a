package io.bgvbridge.gateway.assessment;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.gateway.connection.OrderablePackage;
import io.bgvbridge.gateway.connection.Packages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Operators' second tries of what a rule began. What a recruiter began is started again
 * in Ashby, which must know the new id.
 */
@Component
public class Retries {

	private static final Logger log = LoggerFactory.getLogger(Retries.class);

	private final Assessments assessments;

	private final AutoStarts autoStarts;

	private final Connections connections;

	private final Packages packages;

	Retries(Assessments assessments, AutoStarts autoStarts, Connections connections, Packages packages) {
		this.assessments = assessments;
		this.autoStarts = autoStarts;
		this.connections = connections;
		this.packages = packages;
	}

	/**
	 * Starts an ended check again, as a new one.
	 * @param assessmentId the check that has ended
	 * @return the new check; empty if there is no check of that id
	 * @throws NotStartable if it cannot be started again here
	 */
	public Optional<Assessment> retry(UUID assessmentId) {
		return this.assessments.find(assessmentId).map(this::again);
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
