package io.bgvbridge.messaging.configuration;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One value of each kind.
 */
@ConfigurationProperties("sample")
record SampleProperties(@NotNull URI address, @DefaultValue("30s") Duration time, @DefaultValue("4") @Min(1) int count,
		@DefaultValue("1MB") DataSize size, @DefaultValue("ROUND") Shape shape, @DefaultValue("") String user,
		@DefaultValue("") String secret) {

	@AssertTrue(message = "BGV_USER and BGV_SECRET must both be set, or neither.")
	boolean isWhole() {
		return this.user.isEmpty() == this.secret.isEmpty();
	}

	enum Shape {

		ROUND, FOUR_CORNERS

	}

}
