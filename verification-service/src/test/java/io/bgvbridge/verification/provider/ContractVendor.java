package io.bgvbridge.verification.provider;

import java.util.List;
import java.util.UUID;

/**
 * A vendor as the contract of the port needs it.
 */
public abstract class ContractVendor extends StubVendor {

	/** The account that the vendor knows. */
	public abstract ProviderAccess access();

	/** What proves the account, as it is seen on the wire; held by every call. */
	public abstract String credentials();

	/** Whether a call is the one that orders. */
	public abstract boolean isOrdering(Call call);

	/** The orders that it has taken, by their references; those taken back are not. */
	public abstract List<String> orders();

	/** How many invitations it has sent. */
	public abstract int invitations();

	/**
	 * Makes an order stand so.
	 * @return the callback that it sends
	 */
	public abstract byte[] stands(String reference, UUID assessmentId, String code);

	/** A callback about something else. */
	public abstract byte[] foreign();

	/** Has an order for the same person that began long ago and is not ours. */
	public abstract void hasAnotherOrderFor(Order order);

	/** Whether it still knows who an order is about. */
	public boolean knowsPersonOf(String reference) {
		throw new UnsupportedOperationException();
	}

	/** Whether a call is the one that erases a person. */
	public boolean isErasing(Call call) {
		return false;
	}

	/** Has the candidate answer the invitation. */
	public void candidateAnswers(String reference) {
		throw new UnsupportedOperationException();
	}

}
