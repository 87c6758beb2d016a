package io.bgvbridge.messaging.work;

/**
 * Somebody else holds the work now; nothing of what was done may be recorded.
 */
public final class ClaimLost extends RuntimeException {

	ClaimLost(WorkItem item) {
		super("The claim on " + item.kind() + " of " + item.subjectId() + " was lost");
	}

}
