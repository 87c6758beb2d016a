package io.bgvbridge.sync;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Ashby is told.
 *
 * @param publicUrl the gateway's address for recruiters, which links begin with
 * @param notFoundGrace how long after its start Ashby may not know an assessment yet
 */
@Validated
@ConfigurationProperties("bgv.push")
record PushProperties(@NotNull URI publicUrl, @DefaultValue("24h") Duration notFoundGrace) {

}
