package io.bgvbridge.gateway.assessment;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import io.bgvbridge.gateway.assessment.StartVerification.Order;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks that a rule begins: one for each application, unless an operator asks again.
 */
@Component
public class AutoStarts {

	private final AssessmentStore store;

	private final AutoStartStore begun;

	private final VerificationRequestedPublisher publisher;

	private final TransactionOperations transactions;

	AutoStarts(AssessmentStore store, AutoStartStore begun, VerificationRequestedPublisher publisher,
			TransactionOperations transactions) {
		this.store = store;
		this.begun = begun;
		this.publisher = publisher;
		this.transactions = transactions;
	}

	/**
	 * What a rule has done for an application.
	 * @param connectionId the connection
	 * @param applicationId Ashby's id of the application
	 * @return the progress
	 */
	public Progress progress(UUID connectionId, String applicationId) {
		return this.begun.find(connectionId, applicationId)
			.flatMap(this.store::find)
			.map((assessment) -> isPending(assessment) ? Progress.PENDING : Progress.OVER)
			.orElse(Progress.NONE);
	}

	/**
	 * Starts a check for a rule, or publishes the one again that the rule began before. A
	 * recruiter's open check of the same kind is as good.
	 * @param start what is asked for
	 * @param order where it is ordered
	 * @return the check
	 * @throws io.bgvbridge.messaging.outbox.NotPublished if Kafka did not acknowledge
	 */
	public Assessment start(StartVerification start, Order order) {
		Assessment fresh = Assessment.fresh(start, order);
		return published(inTransaction(() -> {
			if (!this.begun.insert(fresh)) {
				return this.begun.find(fresh.connectionId(), fresh.applicationId())
					.flatMap(this.store::find)
					.orElseThrow();
			}
			return insertOrFind(fresh, start);
		}), start, order);
	}

	/**
	 * Starts a check once more in place of the one that a rule began.
	 * @param ended the check that has ended
	 * @param ordered where it is ordered
	 * @return the new check, or the one that is open already
	 * @throws NotStartable if the candidate was erased
	 */
	Assessment again(Assessment ended, Order ordered) {
		Person person = this.store.person(ended.assessmentId())
			.orElseThrow(() -> new NotStartable("The candidate's name and e-mail address were erased."));
		StartVerification start = new StartVerification(ended.applicationId(), ended.candidateId(),
				ended.assessmentTypeId(), person.firstName(), person.lastName(), person.email());
		return published(inTransaction(() -> insertOrFind(Assessment.fresh(start, ordered), start)), start, ordered);
	}

	private Assessment insertOrFind(Assessment fresh, StartVerification start) {
		Assessment found = this.store.insert(fresh, Person.of(start)) ? fresh
				: this.store.open(fresh.connectionId(), fresh.applicationId(), fresh.assessmentTypeId())
					.orElseThrow(() -> new PessimisticLockingFailureException("The assessment closed in between"));
		this.begun.replace(found);
		return found;
	}

	private Assessment published(Assessment assessment, StartVerification start, Order order) {
		if (isPending(assessment)) {
			this.publisher.requested(assessment, start, order);
		}
		return assessment;
	}

	private static boolean isPending(Assessment assessment) {
		return assessment.isOpen() && assessment.origin() == Origin.AUTO_START;
	}

	private Assessment inTransaction(Supplier<Assessment> step) {
		return Objects.requireNonNull(this.transactions.execute((status) -> step.get()));
	}

	/**
	 * What a rule has done for an application.
	 */
	public enum Progress {

		/** Nothing. */
		NONE,
		/** It began a check that is open. */
		PENDING,
		/** It began a check that has ended, or is a recruiter's. */
		OVER

	}

}
