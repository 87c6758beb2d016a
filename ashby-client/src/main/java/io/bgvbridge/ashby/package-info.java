/**
 * The Ashby API in our words: candidate and key look-ups and {@code assessment.update},
 * with every way in which Ashby words an error told as one sealed family.
 */
@NullMarked
package io.bgvbridge.ashby;

import org.jspecify.annotations.NullMarked;
