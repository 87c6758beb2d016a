package io.bgvbridge.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
 * New Tink keysets as JSON, as the services read them.
 */
public final class Keysets {

	/** File of the keyset that encrypts. */
	public static final String ENCRYPTION_FILE = "keyset.json";

	/** File of the keyset that signs the tokens of calls between services. */
	public static final String CALL_TOKEN_FILE = "call-token-keyset.json";

	/** File of the keyset that hashes. */
	public static final String HASH_FILE = "hash-keyset.json";

	private static final int HMAC_KEY_BYTES = 32;

	private Keysets() {
	}

	/**
	 * A keyset that encrypts personal data and secrets (AES-256-GCM).
	 * @return the keyset
	 */
	public static String encryption() {
		return made(AeadConfig::register, () -> PredefinedAeadParameters.AES256_GCM);
	}

	/**
	 * A keyset that signs the tokens of calls between services (JWT, HS256).
	 * @return the keyset
	 */
	public static String callTokens() {
		return made(JwtMacConfig::register,
				() -> JwtHmacParameters.builder()
					.setKeySizeBytes(HMAC_KEY_BYTES)
					.setAlgorithm(JwtHmacParameters.Algorithm.HS256)
					.setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
					.build());
	}

	/**
	 * A keyset that hashes what must be found again without being kept (HMAC-SHA256).
	 * @return the keyset
	 */
	public static String hashes() {
		return made(PrfConfig::register, () -> PredefinedPrfParameters.HMAC_SHA256_PRF);
	}

	/** The files that are missing in a folder, which only their owner will read. */
	static List<String> missing(Path folder) {
		return makers().keySet().stream().filter((name) -> !Files.exists(folder.resolve(name))).toList();
	}

	static void provide(Path folder, Consumer<String> told) {
		List<String> missing = missing(folder);
		makers().forEach((name, maker) -> {
			if (missing.contains(name)) {
				told.accept(name);
				write(folder, name, maker.get());
			}
		});
	}

	private static Map<String, Supplier<String>> makers() {
		Map<String, Supplier<String>> makers = new LinkedHashMap<>();
		makers.put(ENCRYPTION_FILE, Keysets::encryption);
		makers.put(CALL_TOKEN_FILE, Keysets::callTokens);
		makers.put(HASH_FILE, Keysets::hashes);
		return makers;
	}

	private static void write(Path folder, String name, String keyset) {
		try {
			// Owner only, from its first byte on.
			Path draft = Files.createTempFile(folder, name, ".new");
			Files.writeString(draft, keyset);
			Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new SetUpFailure("The keyset " + folder.resolve(name) + " cannot be written: " + ex, ex);
		}
	}

	private static String made(Registration registration, Making parameters) {
		try {
			registration.register();
			return TinkJsonProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(parameters.parameters()),
					InsecureSecretKeyAccess.get());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Makes a kind of keyset known to Tink.
	 */
	@FunctionalInterface
	private interface Registration {

		void register() throws GeneralSecurityException;

	}

	/**
	 * Says what a keyset's key is like.
	 */
	@FunctionalInterface
	private interface Making {

		Parameters parameters() throws GeneralSecurityException;

	}

}
