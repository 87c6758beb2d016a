package io.bgvbridge.verification.springverify;

import java.util.Map;

import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;

/**
 * SpringVerify's overall status codes, of its guide v3.4 and of the older one. Codes, not
 * texts: a company can switch the texts.
 */
final class StatusTable {

	private static final Map<Integer, Progress> CODES = Map.ofEntries(Map.entry(0, Progress.of(State.IN_PROGRESS)),
			// "Completed" may contain a red check; that it is clear is not documented.
			Map.entry(1, Progress.of(State.COMPLETED_CLEAR, Result.COMPLETED)),
			Map.entry(2, Progress.of(State.INVITED)), Map.entry(3, Progress.of(State.AWAITING_CANDIDATE)),
			Map.entry(4, Progress.of(State.IN_PROGRESS)), Map.entry(5, Progress.of(State.REVIEW)),
			Map.entry(6, Progress.of(State.COMPLETED_EXCEPTION, Result.COMPLETED_WITH_EXCEPTION)),
			Map.entry(7, Progress.of(State.ACTION_NEEDED)),
			Map.entry(8, Progress.of(State.CLOSED, Reason.CLOSED_BY_PROVIDER)),
			Map.entry(9, Progress.of(State.ON_HOLD)),
			Map.entry(10, Progress.of(State.CANCELLED, Reason.CANCELLED_BY_PROVIDER)),
			Map.entry(11, Progress.of(State.BLOCKED, Reason.CONSENT_MISSING)),
			Map.entry(12, Progress.of(State.BLOCKED, Reason.NO_CREDITS)));

	private StatusTable() {
	}

	static Snapshot snapshot(int code) {
		Progress progress = CODES.get(code);
		return (progress != null) ? new Snapshot.Known(progress) : new Snapshot.Unknown(Integer.toString(code));
	}

}
