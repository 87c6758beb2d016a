/**
 * The assessment row behind each id that Ashby was given: a StartVerification command or
 * a cancel comes in, a verification-requested or verification-cancel-requested record
 * goes out before anybody is told yes.
 */
@NullMarked
package io.bgvbridge.gateway.assessment;

import org.jspecify.annotations.NullMarked;
