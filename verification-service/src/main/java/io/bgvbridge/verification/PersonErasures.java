package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.verification.connection.Connections;

import org.springframework.stereotype.Component;

/**
 * Persons whom providers are to erase, too. Every change runs in the caller's
 * transaction, which holds the verification's lock.
 */
@Component
class PersonErasures {

	private final VerificationStore store;

	private final OrderStore orders;

	private final Connections connections;

	private final VerificationPublisher publisher;

	private final WorkQueue work;

	PersonErasures(VerificationStore store, OrderStore orders, Connections connections, VerificationPublisher publisher,
			WorkQueue work) {
		this.store = store;
		this.orders = orders;
		this.connections = connections;
		this.publisher = publisher;
		this.work = work;
	}

	/**
	 * Has the provider of a check erase its person, unless it has done so. What was left
	 * to somebody is tried again: they may have made it possible meanwhile.
	 */
	void want(UUID assessmentId) {
		Verification verification = this.store.get(assessmentId);
		if (verification.personErasure() == PersonErasure.DONE) {
			return;
		}
		this.orders.erasing(assessmentId, PersonErasure.WANTED);
		if (this.connections.isDeleted(verification.connectionId())) {
			leave(this.store.get(assessmentId));
		}
		else {
			goOn(assessmentId);
		}
	}

	/** The order is over at the provider, or somebody is asked to end it there. */
	void goOn(UUID assessmentId) {
		Verification verification = this.store.get(assessmentId);
		if (isNext(verification)) {
			this.work.raise(assessmentId, ErasePerson.KIND, verification.connectionId(), Connections.PROVIDER);
		}
	}

	/**
	 * Whether the provider can be told now. An order that is linked later is cancelled
	 * first, and whoever cancels goes on with this.
	 */
	static boolean isNext(Verification verification) {
		return verification.personErasure() == PersonErasure.WANTED && verification.providerReference() != null
				&& verification.orderCancel() != OrderCancel.WANTED;
	}

	/** The provider takes no such wish from us, so that somebody else has to tell it. */
	void leave(Verification verification) {
		if (verification.providerReference() != null) {
			this.orders.erasing(verification.assessmentId(), PersonErasure.BY_HAND);
			if (!isAsked(verification)) {
				this.publisher.notOffered(verification, ErasePerson.KIND);
			}
		}
	}

	/**
	 * Whether somebody is asked to go to the provider's portal for this check already;
	 * what is told of a check later takes the place of that question.
	 */
	static boolean isAsked(Verification verification) {
		return verification.orderCancel() == OrderCancel.BY_HAND;
	}

}
