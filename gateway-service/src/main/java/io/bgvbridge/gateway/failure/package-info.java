/**
 * What waits for somebody: work that the services have given up or ask about, and
 * connections that do not work.
 */
@NullMarked
package io.bgvbridge.gateway.failure;

import org.jspecify.annotations.NullMarked;
