package io.bgvbridge.verification.connection;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What each connection may be asked for, over all instances.
 *
 * @param providerCallsPerSecond mean rate of calls to the provider; null for the rate
 * that suits each provider
 * @param providerInFlight calls to the provider at the same time
 * @param ashbyCallsPerSecond mean rate of calls to Ashby, which publishes no limit either
 * @param ashbyInFlight calls to Ashby at the same time
 * @param packagesEvery how often the provider's packages are listed again
 */
@Validated
@ConfigurationProperties("bgv.connection")
record ConnectionProperties(@Nullable @Positive Double providerCallsPerSecond,
		@DefaultValue("4") @Min(1) int providerInFlight, @DefaultValue("5") @Positive double ashbyCallsPerSecond,
		@DefaultValue("4") @Min(1) int ashbyInFlight, @DefaultValue("1h") Duration packagesEvery) {

	Optional<Duration> providerSpacing() {
		return Optional.ofNullable(this.providerCallsPerSecond).map(ConnectionProperties::spacing);
	}

	Duration ashbySpacing() {
		return spacing(this.ashbyCallsPerSecond);
	}

	private static Duration spacing(double callsPerSecond) {
		return Duration.ofMillis(Math.round(1_000 / callsPerSecond));
	}

}
