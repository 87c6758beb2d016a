package io.bgvbridge.verification;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Ashby is asked.
 *
 * @param ashbyVersion the version of its API that is asked for, such as 2026-01-01; null
 * or empty for the key's own
 */
@ConfigurationProperties("bgv")
record AshbyProperties(@Nullable String ashbyVersion) {

}
