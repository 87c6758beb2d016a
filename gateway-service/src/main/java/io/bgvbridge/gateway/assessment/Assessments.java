package io.bgvbridge.gateway.assessment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.messaging.sealing.Sealing;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The ids that Ashby was given, from the first start to the end of the check.
 */
@Component
public class Assessments {

	private static final String PLACE = "assessment";

	private static final int TRIES = 5;

	private final AssessmentStore store;

	private final VerificationRequestedPublisher publisher;

	private final Sealing sealing;

	Assessments(AssessmentStore store, VerificationRequestedPublisher publisher, Sealing sealing) {
		this.store = store;
		this.publisher = publisher;
		this.sealing = sealing;
	}

	/**
	 * Starts a check: one open row for each connection, application and type, however
	 * often and from wherever it is asked for. When this returns, Kafka holds the
	 * request; a crash before leaves a row that the next start finds again.
	 * @param start what is asked for
	 * @param order where it is ordered
	 * @return the new row, or the one that was open already
	 * @throws io.bgvbridge.messaging.outbox.NotPublished if Kafka did not acknowledge
	 */
	public Started start(StartVerification start, Order order) {
		Started started = insertOrFind(start, order);
		this.publisher.requested(started.assessment(), start, order);
		return started;
	}

	private Started insertOrFind(StartVerification start, Order order) {
		for (int i = 0; i < TRIES; i++) {
			Assessment fresh = new Assessment(Generators.timeBasedEpochRandomGenerator().generate(),
					order.connectionId(), start.applicationId(), start.assessmentTypeId(),
					Instant.now().truncatedTo(ChronoUnit.MILLIS), null);
			byte[] sealed = this.sealing.seal(PLACE, fresh.assessmentId().toString(), Person.forRow(start));
			if (this.store.insert(fresh, order.packageKey(), start.candidateId(), sealed)) {
				return new Started(fresh, false);
			}
			Optional<Assessment> open = open(order.connectionId(), start.applicationId(), start.assessmentTypeId());
			if (open.isPresent()) {
				return new Started(open.get(), true);
			}
			// It closed in between: this start is a new attempt.
		}
		throw new PessimisticLockingFailureException("The assessment kept closing while it was started");
	}

	/**
	 * Finds the row that a start would find again.
	 * @param connectionId the connection
	 * @param applicationId Ashby's id of the application
	 * @param assessmentTypeId what was ordered
	 * @return empty if a start would be a new attempt
	 */
	public Optional<Assessment> open(UUID connectionId, String applicationId, UUID assessmentTypeId) {
		return this.store.open(connectionId, applicationId, assessmentTypeId);
	}

	/**
	 * Finds a row.
	 * @param assessmentId the id that Ashby was given
	 * @return empty if Ashby was given no such id
	 */
	public Optional<Assessment> find(UUID assessmentId) {
		return this.store.find(assessmentId);
	}

	/**
	 * Closes a row, so that the next start is a new attempt; a closed one stays as it is.
	 * @param assessmentId the id that Ashby was given
	 * @param at when the check ended
	 */
	public void close(UUID assessmentId, Instant at) {
		this.store.close(assessmentId, at);
	}

	/**
	 * A check that was started.
	 *
	 * @param assessment its row
	 * @param repeated whether the row was open already
	 */
	public record Started(Assessment assessment, boolean repeated) {

	}

}
