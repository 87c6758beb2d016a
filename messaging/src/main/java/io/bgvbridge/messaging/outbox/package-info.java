/**
 * Publishes what a transaction decided, once it has committed.
 */
@NullMarked
package io.bgvbridge.messaging.outbox;

import org.jspecify.annotations.NullMarked;
