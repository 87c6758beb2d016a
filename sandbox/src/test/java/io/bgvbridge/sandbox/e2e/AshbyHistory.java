package io.bgvbridge.sandbox.e2e;

import java.util.List;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Assessment.AcceptedUpdate;

/**
 * What a partner that does one thing after another could have told Ashby of one
 * assessment.
 */
final class AshbyHistory {

	private enum State {

		OPEN, COMPLETE, CANCELLED

	}

	private State state = State.OPEN;

	private String result = "";

	private long timestamp = Long.MIN_VALUE;

	private AshbyHistory() {
	}

	/** Fails unless a sequential partner could have written this history. */
	static void requireSequential(Assessment assessment) {
		AshbyHistory model = new AshbyHistory();
		List<AcceptedUpdate> history = assessment.history();
		if (history.isEmpty() || !"Started".equals(history.getFirst().status())) {
			throw new AssertionError("does not begin with Started: " + history);
		}
		for (AcceptedUpdate update : history) {
			String problem = model.take(update);
			if (!problem.isEmpty()) {
				throw new AssertionError(problem + " in " + history);
			}
		}
	}

	private String take(AcceptedUpdate update) {
		if (update.timestamp() <= this.timestamp) {
			return "a timestamp that does not increase";
		}
		boolean first = this.timestamp == Long.MIN_VALUE;
		this.timestamp = update.timestamp();
		if (!first && "Started".equals(update.status())) {
			return "a second Started";
		}
		if (update.cancelled() != null) {
			boolean late = this.state == State.COMPLETE;
			this.state = State.CANCELLED;
			return late ? "a cancel after the result" : "";
		}
		if (this.state == State.CANCELLED) {
			return "something after the cancel";
		}
		if (update.result() != null) {
			boolean again = update.result().equals(this.result);
			this.state = State.COMPLETE;
			this.result = update.result();
			return again ? "the same result twice" : "";
		}
		return (this.state == State.COMPLETE && !isRetold(update)) ? "progress after the result" : "";
	}

	private static boolean isRetold(AcceptedUpdate update) {
		return update.status() != null
				&& (update.status().equals("Completed") || update.status().startsWith("Disputed"));
	}

}
