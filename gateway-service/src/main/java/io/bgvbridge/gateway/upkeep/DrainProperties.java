package io.bgvbridge.gateway.upkeep;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections end.
 *
 * @param drainGrace how long nothing must have moved before a connection that was asked
 * to end is deleted
 */
@ConfigurationProperties("bgv.connection")
record DrainProperties(@DefaultValue("2m") Duration drainGrace) {

}
