/**
 * The port to background-verification providers, in our words.
 */
@NullMarked
package io.bgvbridge.verification.provider;

import org.jspecify.annotations.NullMarked;
