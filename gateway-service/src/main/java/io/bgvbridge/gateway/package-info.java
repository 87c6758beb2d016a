/**
 * The edge: takes Ashby's partner calls, providers' callbacks and operators' requests
 * over HTTP, puts what they mean on Kafka (verification-requested,
 * provider-callback-received, connection-changed), and keeps a read model of what the
 * other services report.
 */
@NullMarked
package io.bgvbridge.gateway;

import org.jspecify.annotations.NullMarked;
