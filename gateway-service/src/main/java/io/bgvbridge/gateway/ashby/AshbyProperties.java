package io.bgvbridge.gateway.ashby;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Ashby's calls are answered.
 *
 * @param publicUrl how people reach this service, for links to reports
 * @param phoneBudget how long a recruiter waits, at most, for the candidate's phone to be
 * found
 * @param repeatedStart how a start is answered whose check is open already
 * @param ashbyVersion the version of Ashby's API that is asked for, such as 2026-01-01;
 * null or empty for the key's own
 */
@Validated
@ConfigurationProperties("bgv")
record AshbyProperties(@NotNull URI publicUrl, @DefaultValue("1500ms") Duration phoneBudget,
		@DefaultValue("REPLAY") RepeatedStart repeatedStart, @Nullable String ashbyVersion) {

}
