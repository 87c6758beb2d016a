package io.bgvbridge.messaging.sealing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;

/**
 * Hashes by which something personal can be found again without being kept. Whoever has
 * the database but not the keys can neither compute nor guess them.
 */
public final class KeyedHashes {

	private static final int BYTES = 32;

	private final KeysetFile keyset;

	/**
	 * Hashes with the keys of a file, which is read again when it changes.
	 * @param keysetFile a Tink PRF keyset as JSON
	 */
	public KeyedHashes(Path keysetFile) {
		try {
			PrfConfig.register();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		this.keyset = new KeysetFile(keysetFile);
	}

	/**
	 * The hash to keep, by the newest key.
	 * @param place what the hash is for; the same value hashes differently elsewhere
	 * @param value what is hashed
	 * @return 32 bytes
	 */
	public byte[] hash(String place, String value) {
		try {
			return prfs().computePrimary(input(place, value), BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("No hash could be made", ex);
		}
	}

	/**
	 * Every hash that may have been kept, by each key that is still in the file.
	 * @param place what the hash is for
	 * @param value what is looked for
	 * @return one hash for each key
	 */
	public List<byte[]> hashes(String place, String value) {
		try {
			List<byte[]> hashes = new ArrayList<>();
			for (Prf prf : prfs().getPrfs().values()) {
				hashes.add(prf.compute(input(place, value), BYTES));
			}
			return hashes;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("No hash could be made", ex);
		}
	}

	private PrfSet prfs() throws GeneralSecurityException {
		return this.keyset.handle().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
	}

	private static byte[] input(String place, String value) {
		return (place + "\n" + value).getBytes(StandardCharsets.UTF_8);
	}

}
