package io.bgvbridge.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.State;

import org.springframework.stereotype.Component;

/**
 * The orders at providers that verifications are joined to. All runs in the transaction
 * of whoever learned of them.
 */
@Component
class Orders {

	private final OrderStore store;

	private final Verifications verifications;

	private final Accounts accounts;

	Orders(OrderStore store, Verifications verifications, Accounts accounts) {
		this.store = store;
		this.verifications = verifications;
		this.accounts = accounts;
	}

	/**
	 * Remembers the order of an attempt. One that was cancelled while the order was under
	 * way is cancelled at the provider next.
	 */
	void link(UUID assessmentId, int attempt, String reference, List<String> aliases) {
		Verification current = this.verifications.lock(assessmentId);
		String account = this.accounts.of(current.connectionId());
		this.store.link(assessmentId, attempt, account, reference);
		this.store.alias(assessmentId, account, aliases);
		if (current.state().isFinal()) {
			this.verifications.raiseCancel(current);
			return;
		}
		boolean moved = this.verifications.advance(assessmentId, Progress.of(State.INVITED),
				Details.NONE) == Verifications.Advance.MOVED;
		if (!moved && !reference.equals(current.providerReference())) {
			this.verifications.tellAgain(current);
		}
		// A callback may have come before the reference was known.
		this.verifications.raiseRefresh(assessmentId, current.connectionId());
	}

	/** Remembers further ids of an order. */
	void alias(Verification verification, List<String> aliases) {
		if (!aliases.isEmpty()) {
			this.store.alias(verification.assessmentId(), this.accounts.of(verification.connectionId()), aliases);
		}
	}

	/**
	 * Whether nothing may be ordered yet because of another attempt at the same check.
	 */
	boolean hasOtherAttempt(Verification verification) {
		return this.store.hasOtherAttempt(verification);
	}

	/** Whether another order for the same person may be under way at the provider. */
	boolean hasTwinInDoubt(Verification verification) {
		return this.store.hasTwinInDoubt(verification);
	}

	/** The connection's checks that a callback is about. */
	List<Verification> named(UUID connectionId, Hint hint) {
		List<Verification> known = this.store.known(this.accounts.of(connectionId), hint.references());
		Stream<Verification> named = (known.isEmpty() && hint.assessmentId() != null)
				? this.verifications.find(hint.assessmentId()).stream() : known.stream();
		return named.filter((verification) -> verification.connectionId().equals(connectionId)).toList();
	}

	/** Whether a check's order is known by one of these ids. */
	boolean isKnownAs(Verification verification, List<String> references) {
		return this.store.known(this.accounts.of(verification.connectionId()), references)
			.stream()
			.anyMatch((known) -> known.assessmentId().equals(verification.assessmentId()));
	}

	/** The verification that holds an order, unless it is this one. */
	Optional<Verification> otherHolder(Verification verification, String reference) {
		return this.store.known(this.accounts.of(verification.connectionId()), List.of(reference))
			.stream()
			.filter((holder) -> !holder.assessmentId().equals(verification.assessmentId()))
			.findFirst();
	}

}
