/**
 * What waits for somebody: work that the services have given up or ask about, and
 * connections that do not work. Dead letters of every service come in, and go back as
 * they are where an operator wants it.
 */
@NullMarked
package io.bgvbridge.gateway.failure;

import org.jspecify.annotations.NullMarked;
