package io.bgvbridge.sync;

import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.sync.Assessment.Pending;

/**
 * One try to bring an update to Ashby.
 *
 * @param item the claim
 * @param assessment the assessment as it was before
 * @param pending what is sent
 * @param repeated whether an earlier try may have reached Ashby
 */
record Sending(WorkItem item, Assessment assessment, Pending pending, boolean repeated) {

	/** Wake-ups that this claim answered may have been about something newer. */
	boolean leavesSomething() {
		return this.assessment.newest().revision() > this.pending.revision();
	}

}
