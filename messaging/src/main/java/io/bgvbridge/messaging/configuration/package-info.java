/**
 * Says at the start, and all at once, which environment variables are missing or
 * malformed.
 */
@NullMarked
package io.bgvbridge.messaging.configuration;

import org.jspecify.annotations.NullMarked;
