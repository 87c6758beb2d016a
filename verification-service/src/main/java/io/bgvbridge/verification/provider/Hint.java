package io.bgvbridge.verification.provider;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a callback points at; it says nothing that is believed without reading it again.
 *
 * @param reference the provider's id of the order; null if the callback does not say
 * @param assessmentId our own order id; null if the callback does not say
 */
public record Hint(@Nullable String reference, @Nullable UUID assessmentId) {

}
