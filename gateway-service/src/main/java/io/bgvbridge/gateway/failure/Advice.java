package io.bgvbridge.gateway.failure;

import java.util.UUID;

import io.bgvbridge.schemas.Topics;

/**
 * What to do about work that waits for somebody.
 */
final class Advice {

	private Advice() {
	}

	/**
	 * Says it.
	 * @param failing whose reason may be a code of a newer service
	 */
	static String of(Failing failing) {
		return failing.service().equals(Topics.SYNC) ? aboutAshby(failing.kind(), failing.reason())
				: aboutProvider(failing.label(), failing.id(), failing.reason());
	}

	static String ofLetter(Failing failing) {
		String again = (failing.letter() != null && failing.letter().againOf() != null)
				? " It was redriven before and failed again." : "";
		return "The " + failing.service() + " could not take this record (" + failing.reason() + ")." + again
				+ " Look for the reason in that service's log; when it is mended, POST /api/failures/" + failing.id()
				+ "/redrive. What the service has taken already it passes over.";
	}

	private static String aboutProvider(String label, UUID assessmentId, String reason) {
		return switch (reason) {
			case "OUTCOME_UNKNOWN" -> "Look in " + label + "'s portal whether the order is there. Then POST"
					+ " /api/verifications/" + assessmentId + "/resolve with {\"link\": \"<its reference>\"} if it is,"
					+ " or with {\"orderAgain\": true} if it is not.";
			case "CANCEL_BY_HAND" -> label + " takes no cancel over its API. Cancel the check in its portal.";
			case "RESULT_AFTER_CANCEL" -> label + " has completed a check that was cancelled. Ashby is not told."
					+ " Look at the result in its portal and decide what it is good for.";
			case "UNKNOWN_STATUS" -> label + " reported a status that is not known here. Nothing is told to Ashby until"
					+ " it reports one that is. Look at the check in its portal and report the status to us.";
			case "NO_EVENT" -> label + " has not called back for long. Look at the check in its portal, and whether its"
					+ " callbacks go to the connection's callbackUrl.";
			case "NOT_OFFERED" -> label + " does not offer that over its API, or not at this point of the check."
					+ " Do it in its portal.";
			case "UNAUTHORIZED" -> label + " refused the credentials. Change them with PATCH /api/connections/{id}.";
			case "REJECTED" -> label + " refused the request. Look at the check in its portal; correct the candidate in"
					+ " Ashby and start again.";
			default -> "Look for the assessmentId in the verification service's log, and at the check in " + label
					+ "'s portal. Then POST /api/verifications/" + assessmentId + "/refresh.";
		};
	}

	private static String aboutAshby(String kind, String reason) {
		return switch (reason) {
			case "OUTCOME_UNKNOWN" -> "Look in Ashby whether the " + kind + " arrived. Nothing more is tried.";
			case "UNAUTHORIZED" -> "Ashby refused the API key. Change it with PATCH /api/connections/{id}.";
			case "REJECTED" -> "Ashby refused the " + kind + ". Look at the candidate in Ashby; nothing more is tried.";
			default -> "Look for the assessmentId in the sync service's log, and at the candidate in Ashby.";
		};
	}

}
