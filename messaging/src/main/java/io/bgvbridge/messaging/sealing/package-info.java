/**
 * Encryption of what analysts and log readers must not see, with a keyset that can be
 * rotated while running.
 */
@NullMarked
package io.bgvbridge.messaging.sealing;

import org.jspecify.annotations.NullMarked;
