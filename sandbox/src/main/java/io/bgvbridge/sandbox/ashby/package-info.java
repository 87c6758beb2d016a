/**
 * A strict stand-in for Ashby: the API that a partner calls, and the screens from which
 * Ashby calls the partner.
 */
@NullMarked
package io.bgvbridge.sandbox.ashby;

import org.jspecify.annotations.NullMarked;
