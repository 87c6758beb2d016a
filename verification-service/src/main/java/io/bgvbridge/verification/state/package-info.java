/**
 * Where a verification stands, and how it may move on.
 */
@NullMarked
package io.bgvbridge.verification.state;

import org.jspecify.annotations.NullMarked;
