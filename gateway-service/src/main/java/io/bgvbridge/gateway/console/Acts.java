package io.bgvbridge.gateway.console;

import io.bgvbridge.gateway.assessment.Origin;
import io.bgvbridge.gateway.verification.VerificationView;

/**
 * What may make sense for a check; whether it does is for others to say.
 *
 * @param refresh whether it can be read from the provider
 * @param resend whether the candidate can be invited once more
 * @param cancel whether it can be cancelled
 * @param retry whether it can be started again
 * @param resolve whether somebody is asked what became of an order
 */
record Acts(boolean refresh, boolean resend, boolean cancel, boolean retry, boolean resolve) {

	static Acts of(VerificationView check) {
		boolean open = check.closedAt() == null;
		VerificationView.Wait waiting = check.waiting();
		boolean asked = waiting != null && waiting.outcome().equals("PARKED")
				&& waiting.reason().equals("OUTCOME_UNKNOWN");
		return new Acts(!check.last(), !check.last() && open, open, !open && check.origin() == Origin.AUTO_START,
				asked);
	}

}
