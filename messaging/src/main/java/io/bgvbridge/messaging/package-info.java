/**
 * Mechanism without a domain word: what every service needs to take records, to do
 * durable work and to publish.
 */
@NullMarked
package io.bgvbridge.messaging;

import org.jspecify.annotations.NullMarked;
