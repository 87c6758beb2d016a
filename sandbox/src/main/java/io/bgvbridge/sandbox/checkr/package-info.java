/**
 * A strict stand-in for Checkr: candidates, invitations and reports, idempotency keys and
 * rate limits, and signed webhooks that are repeated until they are taken.
 */
@NullMarked
package io.bgvbridge.sandbox.checkr;

import org.jspecify.annotations.NullMarked;
