/**
 * Ashby's partner calls: HTTP with a partner token comes in, a StartVerification command
 * or a cancel goes to the assessments, Ashby's own envelopes go out.
 */
@NullMarked
package io.bgvbridge.gateway.ashby;

import org.jspecify.annotations.NullMarked;
