/**
 * One trace over everything that follows from one call, also where it waits in a row.
 */
@NullMarked
package io.bgvbridge.messaging.trace;

import org.jspecify.annotations.NullMarked;
