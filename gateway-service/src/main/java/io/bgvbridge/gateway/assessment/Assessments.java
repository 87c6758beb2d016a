package io.bgvbridge.gateway.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.StartVerification.Order;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The ids that Ashby was given, from the first start to the end of the check.
 */
@Component
public class Assessments {

	private static final int TRIES = 5;

	private final AssessmentStore store;

	private final VerificationRequestedPublisher publisher;

	private final VerificationCancelRequestedPublisher cancels;

	Assessments(AssessmentStore store, VerificationRequestedPublisher publisher,
			VerificationCancelRequestedPublisher cancels) {
		this.store = store;
		this.publisher = publisher;
		this.cancels = cancels;
	}

	/**
	 * Starts a check for a recruiter: one open row for each connection, application and
	 * type, however often and from wherever it is asked for. When this returns, Kafka
	 * holds the request; a crash before leaves a row that the next start finds again.
	 * @param start what is asked for
	 * @param order where it is ordered
	 * @return the new row, or the one that was open already, as it was found
	 * @throws io.bgvbridge.messaging.outbox.NotPublished if Kafka did not acknowledge
	 */
	public Started start(StartVerification start, Order order) {
		Started started = insertOrFind(start, order);
		this.publisher.requested(started.assessment(), start, order);
		if (!started.assessment().acknowledged()) {
			this.store.acknowledge(started.assessment().assessmentId());
		}
		return started;
	}

	private Started insertOrFind(StartVerification start, Order order) {
		for (int i = 0; i < TRIES; i++) {
			Assessment fresh = Assessment.fresh(start, order);
			if (this.store.insert(fresh, Person.of(start))) {
				return new Started(fresh, Started.How.FIRST);
			}
			Optional<Assessment> open = open(fresh.connectionId(), start.applicationId(), start.assessmentTypeId());
			if (open.isPresent() && open.get().origin() == Origin.RECRUITER) {
				return new Started(open.get(), Started.How.REPEATED);
			}
			if (open.isPresent()
					&& this.store.takeOver(open.get().assessmentId(), start.candidateId(), Person.of(start))) {
				return new Started(open.get().takenOver(), Started.How.TAKEN_OVER);
			}
			// It closed, or was taken over, in between.
		}
		throw new PessimisticLockingFailureException("The assessment kept closing while it was started");
	}

	/**
	 * Asks for a check to be cancelled, whatever became of it. When this returns, Kafka
	 * holds the request.
	 * @param assessment the check
	 * @param provider code of the provider that it was ordered from
	 * @param by who cancels
	 * @return what was published
	 * @throws io.bgvbridge.messaging.outbox.NotPublished if Kafka did not acknowledge
	 */
	public Cancellation cancel(Assessment assessment, String provider, Canceller by) {
		return this.cancels.requested(assessment, provider, by);
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
	 * Takes note that a check's verification has been reported on.
	 * @param assessmentId the id that Ashby was given
	 */
	public void updated(UUID assessmentId) {
		this.store.updated(assessmentId);
	}

	/**
	 * Takes note of the candidate whom the check is about since candidates were merged.
	 * @param assessmentId the id that Ashby was given
	 * @param candidateId Ashby's id of the candidate
	 */
	public void rename(UUID assessmentId, String candidateId) {
		this.store.rename(assessmentId, candidateId);
	}

	/**
	 * Forgets who is checked.
	 * @param assessmentId the id that Ashby was given
	 */
	public void empty(UUID assessmentId) {
		this.store.empty(assessmentId);
	}

}
