package io.bgvbridge.sandbox.stack;

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
 * A Tink keyset in a JSON file, as the services read it; made once.
 */
final class KeysetFile {

	private static final int HMAC_KEY_BYTES = 32;

	private KeysetFile() {
	}

	/**
	 * The keyset that encrypts personal data and secrets (AES-256-GCM).
	 * @param state the stack's folder
	 * @return the file
	 */
	static Path encryption(StateDirectory state) {
		return PrivateFile.writtenOnce(state.path().resolve("keyset.json"), () -> {
			try {
				AeadConfig.register();
				return json(PredefinedAeadParameters.AES256_GCM);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	/**
	 * The keyset that signs the tokens of calls between services (JWT, HS256).
	 * @param state the stack's folder
	 * @return the file
	 */
	static Path callTokens(StateDirectory state) {
		return PrivateFile.writtenOnce(state.path().resolve("call-token-keyset.json"), () -> {
			try {
				JwtMacConfig.register();
				return json(JwtHmacParameters.builder()
					.setKeySizeBytes(HMAC_KEY_BYTES)
					.setAlgorithm(JwtHmacParameters.Algorithm.HS256)
					.setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
					.build());
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	/**
	 * The keyset that hashes what must be found again without being kept (HMAC-SHA256).
	 * @param state the stack's folder
	 * @return the file
	 */
	static Path hashes(StateDirectory state) {
		return PrivateFile.writtenOnce(state.path().resolve("hash-keyset.json"), () -> {
			try {
				PrfConfig.register();
				return json(PredefinedPrfParameters.HMAC_SHA256_PRF);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private static String json(Parameters parameters) throws GeneralSecurityException {
		return TinkJsonProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(parameters),
				InsecureSecretKeyAccess.get());
	}

}
