package io.bgvbridge.sync.connection;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How hard one organisation's Ashby may be pressed. Ashby publishes no limit for these
 * calls.
 *
 * @param callsPerSecond calls that may be begun each second
 * @param inFlight calls that may run at once
 */
@Validated
@ConfigurationProperties("bgv.ashby")
record AshbyProperties(@DefaultValue("5") @Min(1) @Max(1000) int callsPerSecond,
		@DefaultValue("4") @Min(1) int inFlight) {

	Duration spacing() {
		return Duration.ofSeconds(1).dividedBy(this.callsPerSecond);
	}

}
