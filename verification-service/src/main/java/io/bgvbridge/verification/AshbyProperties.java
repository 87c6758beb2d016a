package io.bgvbridge.verification;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How Ashby is asked.
 *
 * @param ashbyVersion the version of its API that is asked for, such as 2026-01-01; null
 * or empty for the key's own
 */
@Validated
@ConfigurationProperties("bgv")
record AshbyProperties(@Nullable @Pattern(regexp = "|\\d{4}-\\d{2}-\\d{2}",
		message = "must be a date such as 2026-01-01, or empty") String ashbyVersion) {

}
