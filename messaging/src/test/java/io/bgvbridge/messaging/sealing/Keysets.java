package io.bgvbridge.messaging.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;

/**
 * Keysets as an operator makes and rotates them.
 */
final class Keysets {

	private Keysets() {
	}

	static KeysetHandle sealing() {
		try {
			AeadConfig.register();
			return single(PredefinedAeadParameters.AES256_GCM);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static KeysetHandle tokens() {
		try {
			JwtMacConfig.register();
			return single(JwtHmacParameters.builder()
				.setKeySizeBytes(32)
				.setAlgorithm(JwtHmacParameters.Algorithm.HS256)
				.setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
				.build());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static KeysetHandle hashes() {
		try {
			PrfConfig.register();
			return single(PredefinedPrfParameters.HMAC_SHA256_PRF);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeysetHandle single(Parameters parameters) throws GeneralSecurityException {
		return KeysetHandle.generateNew(parameters);
	}

	/** The keys of both, new records being sealed with the first one's. */
	static KeysetHandle both(KeysetHandle primary, KeysetHandle other) {
		try {
			KeysetHandle.Builder keys = KeysetHandle.newBuilder();
			keys.addEntry(KeysetHandle.importKey(primary.getPrimary().getKey())
				.withFixedId(primary.getPrimary().getId())
				.makePrimary());
			keys.addEntry(KeysetHandle.importKey(other.getPrimary().getKey()).withFixedId(other.getPrimary().getId()));
			return keys.build();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Replaces the file in one step, as a mounted secret is replaced. */
	static Path write(Path file, KeysetHandle keys) {
		try {
			Path next = file.resolveSibling(file.getFileName() + ".next");
			Files.writeString(next, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
			return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
