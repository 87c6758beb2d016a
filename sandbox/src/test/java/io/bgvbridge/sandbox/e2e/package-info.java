/**
 * The product as a whole: the built jars, a real broker, registry and database, and
 * strict vendors.
 */
@NullMarked
package io.bgvbridge.sandbox.e2e;

import org.jspecify.annotations.NullMarked;
