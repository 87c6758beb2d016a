package io.bgvbridge.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lost callbacks are made up for.
 *
 * @param every how long a connection rests between two sweeps
 */
@ConfigurationProperties("bgv.reconcile")
record ReconcileProperties(@DefaultValue("1h") Duration every) {

}
