/**
 * The assessment row behind each id that Ashby was given: a StartVerification command
 * comes in, a verification-requested record goes out before anybody is told yes.
 */
@NullMarked
package io.bgvbridge.gateway.assessment;

import org.jspecify.annotations.NullMarked;
