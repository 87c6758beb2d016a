/**
 * Ashby's webhooks: HTTP signed with a connection's secret comes in, an
 * ashby-webhook-received record goes out where it matters here. A stage change or a hire
 * may start a check; a deleted candidate is forgotten.
 */
@NullMarked
package io.bgvbridge.gateway.webhook;

import org.jspecify.annotations.NullMarked;
