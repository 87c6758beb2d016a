/**
 * A strict stand-in for StackOne's Screening API: packages, orders, and signed result
 * events, which alone tell how an order stands.
 */
@NullMarked
package io.bgvbridge.sandbox.stackone;

import org.jspecify.annotations.NullMarked;
