/**
 * Checkr: candidates, invitations and reports.
 */
@NullMarked
package io.bgvbridge.verification.checkr;

import org.jspecify.annotations.NullMarked;
