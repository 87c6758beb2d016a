package io.bgvbridge.messaging;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings that every service shares.
 *
 * @param keysetFile Tink AEAD keyset as JSON, for what is sealed
 * @param callTokenKeysetFile Tink JWT MAC keyset as JSON, for the one call between
 * services; null in a service that neither makes nor takes it
 * @param hashKeysetFile Tink PRF keyset as JSON, for what must be found again without
 * being kept; null in a service that looks for nothing so
 * @param outboxPoll how long an empty outbox is left alone
 * @param publishTimeout how long a caller waits for Kafka's acknowledgement
 */
@Validated
@ConfigurationProperties("bgv")
public record MessagingProperties(@NotNull Path keysetFile, @Nullable Path callTokenKeysetFile,
		@Nullable Path hashKeysetFile, @DefaultValue("50ms") Duration outboxPoll,
		@DefaultValue("1500ms") Duration publishTimeout) {

}
