package io.bgvbridge.sync;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Ashby is told.
 *
 * @param publicUrl the gateway's address for recruiters, which links begin with
 * @param notFoundGrace how long after its start Ashby may not know an assessment yet
 * @param settling how long after a call's time-out its effect may still appear in Ashby
 */
@Validated
@ConfigurationProperties("bgv.push")
record PushProperties(@NotNull URI publicUrl, @DefaultValue("24h") Duration notFoundGrace,
		@DefaultValue("30s") Duration settling) {

	String reportUrl(UUID assessmentId) {
		return this.publicUrl.toString().replaceAll("/+$", "") + "/reports/" + assessmentId;
	}

}
