package io.bgvbridge.verification.checkr;

import java.util.List;
import java.util.Map;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.ProviderAccess;
import org.jspecify.annotations.Nullable;

/**
 * Removals of what Checkr knows of a person.
 */
class Removals {

	private static final String CANDIDATE = "/v1/candidates/{id}";

	private final CheckrClient client;

	private final Invitations invitations;

	private final @Nullable String contact;

	Removals(CheckrClient client, Invitations invitations, @Nullable String contact) {
		this.client = client;
		this.invitations = invitations;
		this.contact = contact;
	}

	/** Checkr takes no removal for which nobody answers. */
	boolean isOffered() {
		return this.contact != null && !this.contact.isBlank();
	}

	/**
	 * Removes the person of an order. Where its invitation is gone, one of its other ids
	 * is the person's, and the rest are nobody's.
	 */
	void remove(ProviderAccess access, String reference, List<String> aliases) {
		if (this.contact == null || this.contact.isBlank()) {
			throw new UnsupportedOperationException();
		}
		Map<String, String> body = Map.of("deletion_contact_email_address", this.contact.strip());
		this.invitations.find(access, reference)
			.map((invitation) -> List.of(invitation.candidateId()))
			.orElse(aliases)
			.forEach((candidate) -> remove(access, candidate, body));
	}

	private void remove(ProviderAccess access, String candidate, Map<String, String> body) {
		try {
			this.client.delete(access, CANDIDATE + "/pii", candidate, body);
		}
		catch (Rejected ex) {
			if (!isRemoved(access, candidate)) {
				throw ex;
			}
		}
	}

	/** A second removal is an error, of which Checkr does not say how it looks. */
	private boolean isRemoved(ProviderAccess access, String candidate) {
		return this.client.find(access, CANDIDATE, candidate)
			.flatMap((person) -> Fields.find(person, "email"))
			.isEmpty();
	}

}
