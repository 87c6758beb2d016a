/**
 * Owns every verification: takes start events and provider callbacks, orders at the
 * provider, and publishes each change of state on {@code bgv.verification-updated.v1}.
 */
@NullMarked
package io.bgvbridge.verification;

import org.jspecify.annotations.NullMarked;
