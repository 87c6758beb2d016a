package io.bgvbridge.messaging.work;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A claim on work: for the time of its lease nobody else does the same.
 *
 * @param subjectId what the work is about
 * @param kind what is to be done
 * @param connectionId the connection that it is done for
 * @param side the end of the connection that is called
 * @param wanted the wake-up that the claim answers
 * @param attempts how often the work was tried since it last succeeded
 * @param claim identity of the claim
 * @param credentialsVersion version of the side's credentials when the claim was made
 * @param traceParent what woke it up, in W3C's notation; null if that was not traced
 */
public record WorkItem(UUID subjectId, String kind, UUID connectionId, String side, long wanted, int attempts,
		UUID claim, long credentialsVersion, @Nullable String traceParent) {

}
