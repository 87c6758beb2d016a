package io.bgvbridge.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Keyset files for one run.
 */
final class TestKeysets {

	private TestKeysets() {
	}

	static Path sealing() {
		return file(PredefinedAeadParameters.AES256_GCM);
	}

	static Path callTokens() {
		try {
			return file(JwtHmacParameters.builder()
				.setKeySizeBytes(32)
				.setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
				.setAlgorithm(JwtHmacParameters.Algorithm.HS256)
				.build());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Path hashes() {
		return file(PredefinedPrfParameters.HMAC_SHA256_PRF);
	}

	private static Path file(Parameters parameters) {
		try {
			AeadConfig.register();
			JwtMacConfig.register();
			PrfConfig.register();
			KeysetHandle keys = KeysetHandle.generateNew(parameters);
			Path file = Files.createTempFile("keyset", ".json");
			file.toFile().deleteOnExit();
			return Files.writeString(file,
					TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
