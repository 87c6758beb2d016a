package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What connections may point at, and what they are told to call.
 *
 * @param publicUrl how Ashby and providers reach this service, without a slash at the end
 * @param vendorHosts hosts that a connection's base URLs may name
 * @param ashbyVersion the version of Ashby's API that is asked for, such as 2026-01-01;
 * null or empty for the key's own
 * @param tokenExpiryWarning how long before a provider's token runs out it is said
 */
@Validated
@ConfigurationProperties("bgv")
record ConnectionProperties(@NotNull URI publicUrl,
		@NotEmpty Set<@Pattern(regexp = HOST, message = HOSTS) String> vendorHosts,
		@Nullable @Pattern(regexp = "|\\d{4}-\\d{2}-\\d{2}",
				message = "must be a date such as 2026-01-01, or empty") String ashbyVersion,
		@DefaultValue("P14D") Duration tokenExpiryWarning) {

	private static final String HOST = "\\s*([A-Za-z0-9.-]+|http://[A-Za-z0-9.-]+(:[0-9]{1,5})?)\\s*";

	private static final String HOSTS = "must name hosts such as api.ashbyhq.com, without https:// and port, with commas between them";

}
