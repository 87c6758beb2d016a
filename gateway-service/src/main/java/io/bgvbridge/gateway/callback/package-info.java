/**
 * Providers' callbacks: HTTP with a connection's secret or signature comes in, a
 * provider-callback-received record goes out.
 */
@NullMarked
package io.bgvbridge.gateway.callback;

import org.jspecify.annotations.NullMarked;
