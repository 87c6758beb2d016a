package io.bgvbridge.verification.checkr;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Resent;
import io.bgvbridge.verification.state.Reason;

/**
 * Orders at Checkr: sent as an invitation to a candidate, sent again, and taken back.
 */
class Ordering {

	/** The first call under a key is still under way, or a candidate has had too many. */
	private static final String CONFLICT = "409";

	private static final Duration A_WHILE = Duration.ofSeconds(10);

	private final People people;

	private final Invitations invitations;

	Ordering(People people, Invitations invitations) {
		this.people = people;
		this.invitations = invitations;
	}

	Placement place(ProviderAccess access, Order order, UUID key) {
		if (order.candidate().email().isBlank()) {
			return new Placement.Refused(Reason.INVALID_CANDIDATE, "");
		}
		String candidate;
		try {
			candidate = this.people.candidate(access, order);
		}
		catch (Rejected ex) {
			return refused(ex, Reason.INVALID_CANDIDATE);
		}
		try {
			return new Placement.Placed(this.invitations.send(access, order, candidate, key), List.of(candidate));
		}
		catch (Rejected ex) {
			return refused(ex, ex.words().toLowerCase(Locale.ROOT).contains("package") ? Reason.PACKAGE_UNAVAILABLE
					: Reason.REJECTED_BY_PROVIDER);
		}
	}

	private static Placement refused(Rejected ex, Reason reason) {
		return ex.code().equals(CONFLICT) ? new Placement.Duplicate() : new Placement.Refused(reason, ex.words());
	}

	/**
	 * The new invitation goes out before the old one is deleted, so that the candidate
	 * always has one.
	 */
	Resent resend(ProviderAccess access, Order order, String reference, UUID key) {
		Optional<Invitation> old = this.invitations.find(access, reference);
		if (old.filter(Invitation::isAnswered).isPresent()) {
			return new Resent.TooLate();
		}
		String candidate = old.map(Invitation::candidateId).orElseGet(() -> this.people.candidate(access, order));
		String sent = again(access, order, candidate, key);
		if (sent.equals(reference)) {
			return new Resent.Invited(reference, List.of(candidate));
		}
		try {
			this.invitations.delete(access, reference);
		}
		catch (Rejected ex) {
			return answeredMeanwhile(access, reference, new Resent.Invited(sent, List.of(candidate)), ex);
		}
		return new Resent.Invited(sent, List.of(candidate));
	}

	private String again(ProviderAccess access, Order order, String candidate, UUID key) {
		try {
			return this.invitations.send(access, order, candidate, key);
		}
		catch (Rejected ex) {
			if (ex.code().equals(CONFLICT)) {
				throw new Unavailable("conflict", Sent.PERHAPS, A_WHILE, ex);
			}
			throw ex;
		}
	}

	private Resent answeredMeanwhile(ProviderAccess access, String reference, Resent.Invited sent, Rejected failure) {
		Optional<Invitation> old = this.invitations.find(access, reference);
		if (old.filter(Invitation::isAnswered).isPresent()) {
			this.invitations.delete(access, sent.reference());
			return new Resent.TooLate();
		}
		if (old.isEmpty() || old.get().isOver()) {
			return sent;
		}
		throw failure;
	}

	Cancellation cancel(ProviderAccess access, String reference) {
		try {
			this.invitations.delete(access, reference);
			return Cancellation.CANCELLED;
		}
		catch (Rejected ex) {
			// Refused: the candidate has answered it, or it is over in another way.
			return this.invitations.find(access, reference)
				.map((invitation) -> invitation.isOver() ? Cancellation.CANCELLED : Cancellation.NOT_OFFERED)
				.orElse(Cancellation.CANCELLED);
		}
	}

}
