package io.bgvbridge.gateway.operator;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The organisation's own login. Nothing is asked of an issuer before somebody uses it.
 *
 * @param issuer address of the issuer; empty for none
 * @param clientId what the issuer knows this service by
 * @param clientSecret what this service shows the issuer
 * @param roleClaim the claim that holds the role
 */
@Validated
@ConfigurationProperties("bgv.oidc")
record OidcProperties(
		@DefaultValue("") @Pattern(regexp = "|https?://[^\\s]+",
				message = "must be an address such as https://login.example.com, or empty") String issuer,
		@DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
		@DefaultValue("roles") String roleClaim) {

	boolean isOn() {
		return !this.issuer.isBlank();
	}

	@AssertTrue(
			message = "BGV_OIDC_ISSUER, BGV_OIDC_CLIENT_ID and BGV_OIDC_CLIENT_SECRET must all be set, or none of them.")
	boolean isWhole() {
		return this.issuer.isBlank() == this.clientId.isBlank() && this.issuer.isBlank() == this.clientSecret.isBlank();
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "OidcProperties[issuer=" + this.issuer + "]";
	}

}
