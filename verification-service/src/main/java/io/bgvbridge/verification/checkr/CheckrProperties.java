package io.bgvbridge.verification.checkr;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What Checkr is told of us.
 *
 * @param deletionContact e-mail address of whoever answers for removals of personal data,
 * which Checkr demands with each; null or empty if we ask for none
 */
@ConfigurationProperties("bgv.checkr")
record CheckrProperties(@Nullable String deletionContact) {

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "CheckrProperties[]";
	}

}
