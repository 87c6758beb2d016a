package io.bgvbridge.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are placed.
 *
 * @param providerLag how long a provider may take to show an order that it has taken
 */
@ConfigurationProperties("bgv.order")
record OrderProperties(@DefaultValue("5m") Duration providerLag) {

}
