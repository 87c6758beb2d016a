package io.bgvbridge.sync.file;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How reports are fetched and filed.
 *
 * @param verificationUrl the verification service
 * @param timeout how long one fetch, and one upload to the storage, may take as a whole
 * @param settling how long after a call's time-out an attached file may still appear
 * @param atOnce how many reports an instance handles at once
 * @param giveUpAfter how long a report is asked for that cannot be had
 */
@Validated
@ConfigurationProperties("bgv.report")
record ReportProperties(@NotNull URI verificationUrl, @DefaultValue("30s") Duration timeout,
		@DefaultValue("30s") Duration settling, @DefaultValue("2") @Min(1) int atOnce,
		@DefaultValue("24h") Duration giveUpAfter) {

}
