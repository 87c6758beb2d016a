package io.bgvbridge.sandbox.springverify;

import java.util.Set;

/** The overall codes of guide v3.4 and what they mean. */
final class OverallStatus {

	static final int IN_PROGRESS = 0;

	static final int COMPLETED = 1;

	static final int AWAITING_INPUT = 3;

	static final int PROCESSING = 4;

	static final int CLOSED = 8;

	static final int CANCELLED = 10;

	private static final Set<Integer> FINAL = Set.of(COMPLETED, 6, CLOSED, CANCELLED);

	private OverallStatus() {
	}

	static boolean isFinal(int code) {
		return FINAL.contains(code);
	}

	/** Cancelled or closed: the person may be added again. */
	static boolean isGivenUp(int code) {
		return code == CLOSED || code == CANCELLED;
	}

	static boolean hasReport(int code) {
		return isFinal(code) && code != CANCELLED;
	}

	static String text(int code) {
		return switch (code) {
			case IN_PROGRESS -> "In Progress";
			case COMPLETED -> "Completed";
			case AWAITING_INPUT -> "Awaiting Input";
			case PROCESSING -> "Processing";
			case 5 -> "Discrepancy";
			case 6 -> "Completed with exception";
			case CLOSED -> "Closed";
			case 9 -> "On Hold";
			case CANCELLED -> "Cancelled";
			case 11 -> "Consent missing";
			case 12 -> "Insufficient funds";
			default -> "Status " + code;
		};
	}

}
