package io.bgvbridge.messaging.sealing;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;

/**
 * One-minute tokens for the one call between services: each opens one thing only.
 */
public final class CallTokens {

	private static final Duration VALID_FOR = Duration.ofMinutes(1);

	private final KeysetFile keyset;

	/**
	 * Signs and checks with the keys of a file, which is read again when it changes.
	 * @param keysetFile a Tink JWT MAC keyset as JSON
	 */
	public CallTokens(Path keysetFile) {
		try {
			JwtMacConfig.register();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		this.keyset = new KeysetFile(keysetFile);
	}

	/**
	 * Makes a token.
	 * @param audience what kind of thing it opens
	 * @param subject which of them
	 * @return the token, valid for a minute
	 */
	public String issue(String audience, String subject) {
		try {
			return mac().computeMacAndEncode(RawJwt.newBuilder()
				.addAudience(audience)
				.setSubject(subject)
				.setExpiration(Instant.now().plus(VALID_FOR))
				.build());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("No token could be made", ex);
		}
	}

	/**
	 * Checks a token.
	 * @param token what the caller showed
	 * @param audience the kind of thing that it asks for
	 * @param subject which of them
	 * @return whether the token is ours, in time, and for just that
	 */
	public boolean opens(String token, String audience, String subject) {
		try {
			JwtValidator validator = JwtValidator.newBuilder().expectAudience(audience).build();
			return subject.equals(mac().verifyMacAndDecode(token, validator).getSubject());
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private JwtMac mac() throws GeneralSecurityException {
		return this.keyset.handle().getPrimitive(RegistryConfiguration.get(), JwtMac.class);
	}

}
