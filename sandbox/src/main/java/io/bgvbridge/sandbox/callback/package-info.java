/**
 * How simulated vendors call back: raw bodies, signed or wilfully not, sent from threads
 * of their own.
 */
@NullMarked
package io.bgvbridge.sandbox.callback;

import org.jspecify.annotations.NullMarked;
