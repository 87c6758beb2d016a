package io.bgvbridge.gateway.operator;

import java.net.URI;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where browsers reach this service.
 *
 * @param publicUrl its address
 */
@Validated
@ConfigurationProperties("bgv")
record ConsoleProperties(@NotNull URI publicUrl) {

	/** Without a slash at the end. */
	String base() {
		return this.publicUrl.toString().replaceAll("/+$", "");
	}

}
