/**
 * Signatures of those who call: the one place that knows HMAC.
 */
@NullMarked
package io.bgvbridge.gateway.signature;

import org.jspecify.annotations.NullMarked;
