package io.bgvbridge.messaging.work;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How durable work is done.
 *
 * @param callTimeout how long one call to a vendor may take as a whole
 * @param concurrency how many pieces of work an instance does at once
 * @param poll how long an instance without due work waits before it looks again
 */
@Validated
@ConfigurationProperties("bgv.work")
public record WorkProperties(@DefaultValue("10s") Duration callTimeout, @DefaultValue("32") @Min(1) int concurrency,
		@DefaultValue("100ms") Duration poll) {

	private static final Duration ROOM_TO_RECORD = Duration.ofSeconds(10);

	/**
	 * How long a claim lasts.
	 * @return the longest call, and room to record what came of it
	 */
	public Duration lease() {
		return this.callTimeout.plus(ROOM_TO_RECORD);
	}

}
