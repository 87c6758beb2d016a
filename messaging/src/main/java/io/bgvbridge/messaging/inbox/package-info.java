/**
 * Takes every event once, in the transaction of its effect.
 */
@NullMarked
package io.bgvbridge.messaging.inbox;

import org.jspecify.annotations.NullMarked;
