package io.bgvbridge.gateway.operator;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The first administrator's credentials.
 *
 * @param user the name
 * @param password the password
 */
@Validated
@ConfigurationProperties("bgv.admin")
record OperatorProperties(@NotBlank String user, @NotBlank String password) {

	@Override
	public String toString() {
		return "OperatorProperties[user=" + this.user + "]";
	}

}
