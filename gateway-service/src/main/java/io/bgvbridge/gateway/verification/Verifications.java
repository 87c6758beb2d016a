package io.bgvbridge.gateway.verification;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.Cancellation;
import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known here of all verifications, kept up to date with what the other services
 * report. Each report counts once.
 */
@Component
public class Verifications {

	private final VerificationStore store;

	private final VerificationViews views;

	private final Assessments assessments;

	private final Inbox inbox;

	Verifications(VerificationStore store, VerificationViews views, Assessments assessments, Inbox inbox) {
		this.store = store;
		this.views = views;
		this.assessments = assessments;
		this.inbox = inbox;
	}

	/**
	 * The words for a verification that Ashby's users see, or will see soon.
	 * @param assessmentId the verification
	 * @return empty until Ashby has had an update of it
	 */
	public Optional<String> statusWords(UUID assessmentId) {
		return this.views.statusWords(assessmentId);
	}

	@Transactional
	void take(Change change) {
		if (!this.inbox.take(change.eventId())) {
			return;
		}
		this.store.add(change.eventId(), change.assessmentId(), Hop.of(change));
		this.store.endWaiting(change.assessmentId(), Topics.VERIFICATION, change.at());
		if (change.erased()) {
			this.assessments.empty(change.assessmentId());
		}
		if (this.store.keepIfNewer(change)) {
			follow(change);
		}
	}

	private void follow(Change change) {
		this.assessments.updated(change.assessmentId());
		if (!change.candidateId().isEmpty()) {
			this.assessments.rename(change.assessmentId(), change.candidateId());
		}
		if (change.last()) {
			this.assessments.close(change.assessmentId(), change.at());
		}
	}

	@Transactional
	void take(Cancellation cancellation) {
		this.store.add(cancellation.eventId(), cancellation.assessmentId(), Hop.of(cancellation));
		this.assessments.close(cancellation.assessmentId(), cancellation.at());
	}

	@Transactional
	void take(Delivery delivery) {
		if (this.inbox.take(delivery.eventId())) {
			this.store.add(delivery.eventId(), delivery.assessmentId(), Hop.of(delivery));
			this.store.endWaiting(delivery.assessmentId(), Topics.SYNC, delivery.at());
			this.store.keepIfNewer(delivery);
		}
	}

	@Transactional
	void take(Waiting waiting) {
		if (this.inbox.take(waiting.eventId())) {
			this.store.add(waiting.eventId(), waiting.assessmentId(), Hop.of(waiting));
			this.store.keepIfNewer(waiting, waiting.service().equals(Topics.SYNC) ? Hop.DELIVERED : Hop.UPDATED);
		}
	}

}
