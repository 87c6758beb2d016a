package io.bgvbridge.verification;

import io.bgvbridge.verification.state.Reason;

/**
 * The command to cancel a verification, which may not have been requested yet.
 *
 * @param verification what is cancelled, as a request would ask for it, with nobody's
 * data in it
 * @param reason who cancelled
 */
record CancelVerification(RequestVerification verification, Reason reason) {

}
