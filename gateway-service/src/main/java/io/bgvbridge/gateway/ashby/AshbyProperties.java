package io.bgvbridge.gateway.ashby;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Ashby's calls are answered.
 *
 * @param publicUrl how people reach this service, for links to reports
 * @param phoneBudget how long a recruiter waits, at most, for the candidate's phone to be
 * found
 */
@Validated
@ConfigurationProperties("bgv")
record AshbyProperties(@NotNull URI publicUrl, @DefaultValue("1500ms") Duration phoneBudget) {

}
