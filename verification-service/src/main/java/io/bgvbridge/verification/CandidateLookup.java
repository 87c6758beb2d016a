package io.bgvbridge.verification;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.work.WorkItem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks a candidate up in Ashby.
 */
@Component
class CandidateLookup {

	private final AshbyClient ashby;

	private final VendorCalls calls;

	CandidateLookup(AshbyClient ashby, VendorCalls calls) {
		this.ashby = ashby;
		this.calls = calls;
	}

	/**
	 * The candidate's phone number.
	 * @param item the work that needs it
	 * @param access the Ashby organisation
	 * @param candidateId Ashby's id of the candidate
	 * @return null if Ashby has none, or does not know the candidate
	 */
	@Nullable String phone(WorkItem item, AshbyAccess access, String candidateId) {
		try {
			return this.calls.call(item.connectionId(), item.side(), () -> this.ashby.candidate(access, candidateId))
				.phone();
		}
		catch (Rejected ex) {
			return null;
		}
	}

}
