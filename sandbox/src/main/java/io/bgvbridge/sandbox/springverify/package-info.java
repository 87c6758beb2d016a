/**
 * A strict stand-in for SpringVerify IN: the API that takes orders, the candidate and the
 * portal behind it, and the callbacks.
 */
@NullMarked
package io.bgvbridge.sandbox.springverify;

import org.jspecify.annotations.NullMarked;
