/**
 * What metrics need that the code at hand does not know by itself.
 */
@NullMarked
package io.bgvbridge.messaging.meter;

import org.jspecify.annotations.NullMarked;
