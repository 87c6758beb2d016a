/**
 * The edge: takes Ashby's partner calls and webhooks, providers' callbacks and operators'
 * requests over HTTP, puts what they mean on Kafka (verification-requested,
 * verification-cancel-requested, operation-requested, ashby-webhook-received,
 * provider-callback-received, connection-changed), and keeps a read model of what the
 * other services report.
 */
@NullMarked
package io.bgvbridge.gateway;

import org.jspecify.annotations.NullMarked;
