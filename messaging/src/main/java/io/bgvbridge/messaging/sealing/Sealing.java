package io.bgvbridge.messaging.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;

/**
 * Encrypts personal data and secrets for one place (a record of a topic, a row of a
 * table) and opens them only there.
 */
public final class Sealing {

	/** Tink's prefix: a version byte, always 1, and the key's id. */
	static final int PREFIX = 5;

	private final KeysetFile keyset;

	/**
	 * Seals with the keys of a file, which is read again when it changes.
	 * @param keysetFile a Tink AEAD keyset as JSON
	 */
	public Sealing(Path keysetFile) {
		try {
			AeadConfig.register();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		this.keyset = new KeysetFile(keysetFile);
	}

	/**
	 * Encrypts.
	 * @param place where the bytes will be kept: a topic, a table
	 * @param key the record's or row's key there
	 * @param plain what is to be hidden
	 * @return the sealed bytes
	 */
	public byte[] seal(String place, String key, byte[] plain) {
		try {
			return aead(this.keyset.handle()).encrypt(plain, context(place, key));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Sealing failed", ex);
		}
	}

	/**
	 * Decrypts.
	 * @param place where the bytes were found
	 * @param key the record's or row's key there
	 * @param sealed the sealed bytes
	 * @return what was hidden
	 * @throws KeyUnknown if the keyset does not hold the key (yet)
	 * @throws SealBroken if the bytes were damaged or moved
	 */
	public byte[] open(String place, String key, byte[] sealed) {
		KeysetHandle keys = this.keyset.handle();
		try {
			return aead(keys).decrypt(sealed, context(place, key));
		}
		catch (GeneralSecurityException ex) {
			if (sealed.length > PREFIX && sealed[0] == 1 && !holds(keys, ByteBuffer.wrap(sealed, 1, 4).getInt())) {
				throw new KeyUnknown(ByteBuffer.wrap(sealed, 1, 4).getInt());
			}
			throw new SealBroken(ex);
		}
	}

	/** Id of the key that seals now. */
	int primaryKey() {
		return this.keyset.handle().getPrimary().getId();
	}

	private static boolean holds(KeysetHandle keys, int keyId) {
		for (int i = 0; i < keys.size(); i++) {
			if (keys.getAt(i).getId() == keyId) {
				return true;
			}
		}
		return false;
	}

	private static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
		return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	private static byte[] context(String place, String key) {
		return (place + "\n" + key).getBytes(StandardCharsets.UTF_8);
	}

}
