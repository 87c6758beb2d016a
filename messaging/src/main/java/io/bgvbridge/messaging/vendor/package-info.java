/**
 * Calls to systems that are not ours: how they fail, and what keeps one of them from
 * harming the rest.
 */
@NullMarked
package io.bgvbridge.messaging.vendor;

import org.jspecify.annotations.NullMarked;
