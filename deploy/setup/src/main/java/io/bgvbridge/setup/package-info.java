/**
 * Sets a cluster and a registry up for the services: every topic, every schema, and the
 * keysets where nobody else makes them.
 */
@NullMarked
package io.bgvbridge.setup;

import org.jspecify.annotations.NullMarked;
