package io.bgvbridge.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lost callbacks are made up for.
 *
 * @param every how long a connection rests between two rounds
 * @param silence how long a provider that cannot be asked may say nothing of an open
 * check before operators are told
 */
@ConfigurationProperties("bgv.reconcile")
record ReconcileProperties(@DefaultValue("1h") Duration every, @DefaultValue("7d") Duration silence) {

}
