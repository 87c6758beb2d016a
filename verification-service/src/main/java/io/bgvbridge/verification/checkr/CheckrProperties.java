package io.bgvbridge.verification.checkr;

import jakarta.validation.constraints.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What Checkr is told of us.
 *
 * @param deletionContact e-mail address of whoever answers for removals of personal data,
 * which Checkr demands with each; null or empty if we ask for none
 */
@Validated
@ConfigurationProperties("bgv.checkr")
record CheckrProperties(@Nullable @Email(message = "must be an e-mail address, or empty") String deletionContact) {

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "CheckrProperties[]";
	}

}
