package io.bgvbridge.messaging.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import org.jspecify.annotations.Nullable;

/**
 * What a keyset file is for.
 */
public enum KeysetUse {

	/** Encrypts what is personal or secret. */
	SEALING("Tink AEAD keyset as JSON", AeadConfig::register, Aead.class),

	/** Signs the tokens of the one call between services. */
	CALL_TOKENS("Tink JWT MAC keyset as JSON", JwtMacConfig::register, JwtMac.class),

	/** Hashes what must be found again without being kept. */
	HASHES("Tink PRF keyset as JSON", PrfConfig::register, PrfSet.class);

	private final String words;

	private final Registration registration;

	private final Class<?> primitive;

	KeysetUse(String words, Registration registration, Class<?> primitive) {
		this.words = words;
		this.registration = registration;
		this.primitive = primitive;
	}

	/**
	 * What such a file holds.
	 * @return the kind of keyset, in words
	 */
	public String words() {
		return this.words;
	}

	/**
	 * What is wrong with a file; says nothing of what is in it.
	 * @param file the file
	 * @return the end of a sentence that begins with the file's variable; null if the
	 * file can be used
	 */
	public @Nullable String fault(Path file) {
		if (!Files.exists(file)) {
			return "names the file " + file + ", which is not there: mount a " + this.words;
		}
		try {
			this.registration.register();
			KeysetFile.parse(Files.readAllBytes(file)).getPrimitive(RegistryConfiguration.get(), this.primitive);
			return null;
		}
		catch (IOException ex) {
			return "names " + file + ", which this process cannot read: let its user read the file";
		}
		// Tink throws unchecked ones as well at bytes that are no keyset.
		catch (GeneralSecurityException | RuntimeException ex) {
			return "names " + file + ", which holds something else: it must be a " + this.words;
		}
	}

	/**
	 * Makes a kind of keyset known to Tink.
	 */
	@FunctionalInterface
	private interface Registration {

		void register() throws GeneralSecurityException;

	}

}
