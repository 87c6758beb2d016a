package io.bgvbridge.gateway.report;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where reports come from.
 *
 * @param verificationUrl address of the verification service
 * @param reportTimeout how long a report may take as a whole
 * @param reportMaxSize the largest report that is passed on
 */
@Validated
@ConfigurationProperties("bgv")
record ReportProperties(@NotNull URI verificationUrl, @DefaultValue("30s") Duration reportTimeout,
		@DefaultValue("50MB") DataSize reportMaxSize) {

}
