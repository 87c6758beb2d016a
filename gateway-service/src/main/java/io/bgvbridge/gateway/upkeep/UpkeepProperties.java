package io.bgvbridge.gateway.upkeep;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things are kept.
 *
 * @param inboxKept how long an event that was taken is remembered
 */
@Validated
@ConfigurationProperties("bgv")
record UpkeepProperties(@DefaultValue("P30D") Duration inboxKept) {

	/** Kafka may deliver again whatever its topics still hold. */
	private static final Duration TOPICS_KEEP = Duration.ofDays(7);

	@AssertTrue(message = "BGV_INBOX_KEPT must be longer than the 7 days that topics keep their records.")
	boolean isInboxKeptLongEnough() {
		return this.inboxKept.compareTo(TOPICS_KEEP) > 0;
	}

}
