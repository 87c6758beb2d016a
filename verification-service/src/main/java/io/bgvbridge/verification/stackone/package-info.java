/**
 * StackOne's Screening API: orders go in, and signed events are all that ever comes back.
 */
@NullMarked
package io.bgvbridge.verification.stackone;

import org.jspecify.annotations.NullMarked;
