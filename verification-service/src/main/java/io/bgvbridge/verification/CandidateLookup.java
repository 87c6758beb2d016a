package io.bgvbridge.verification;

import java.util.Optional;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.ashby.Candidate;
import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.work.WorkItem;

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
	 * What Ashby knows of the candidate.
	 * @param item the work that needs it
	 * @param access the Ashby organisation
	 * @param candidateId Ashby's id of the candidate
	 * @return empty if Ashby does not know the candidate
	 */
	Optional<Candidate> find(WorkItem item, AshbyAccess access, String candidateId) {
		try {
			return Optional
				.of(this.calls.call(item.connectionId(), item.side(), () -> this.ashby.candidate(access, candidateId)));
		}
		catch (Rejected ex) {
			return Optional.empty();
		}
	}

}
