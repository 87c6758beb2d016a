/**
 * How a failed record is treated: outages wait, anything else goes to the dead letters
 * byte for byte.
 */
@NullMarked
package io.bgvbridge.messaging.consumer;

import org.jspecify.annotations.NullMarked;
