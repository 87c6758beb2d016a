package io.bgvbridge.messaging.vendor;

/**
 * Marks a failure that repeating the same call cannot mend.
 */
public sealed interface PermanentFailure permits VendorFailure.Rejected, VendorFailure.Unintelligible {

}
