/**
 * The embedded stack: a real Kafka broker, Apicurio Registry and PostgreSQL server, and
 * the built services, each a process of its own on this machine.
 */
@NullMarked
package io.bgvbridge.sandbox.stack;

import org.jspecify.annotations.NullMarked;
