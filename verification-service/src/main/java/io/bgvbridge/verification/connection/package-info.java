/**
 * The connections as the gateway published them, and what is learned about them.
 */
@NullMarked
package io.bgvbridge.verification.connection;

import org.jspecify.annotations.NullMarked;
