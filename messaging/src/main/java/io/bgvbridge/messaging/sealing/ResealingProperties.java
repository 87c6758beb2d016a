package io.bgvbridge.messaging.sealing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rows follow the keyset's primary key.
 *
 * @param poll how often the keyset is looked at
 * @param longest how long rows that followed are left alone before they are looked at
 * again: an instance with an older file may have written some
 */
@ConfigurationProperties("bgv.resealing")
record ResealingProperties(@DefaultValue("1s") Duration poll, @DefaultValue("15m") Duration longest) {

}
