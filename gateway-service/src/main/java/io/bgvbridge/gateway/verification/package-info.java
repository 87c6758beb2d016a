/**
 * The read model: verification-updated, work-reported and ashby-update-delivered records
 * come in, what operators look at goes out, and what they ask to be done about a check as
 * operation-requested.
 */
@NullMarked
package io.bgvbridge.gateway.verification;

import org.jspecify.annotations.NullMarked;
