package io.bgvbridge.gateway.callback;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is taken of providers' callbacks.
 *
 * @param callbackMaxAge how old a signed callback may be: longer than its provider goes
 * on repeating it
 */
@Validated
@ConfigurationProperties("bgv")
record CallbackProperties(@DefaultValue("P3D") Duration callbackMaxAge) {

}
