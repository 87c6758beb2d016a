package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.prf.PrfConfig;

/**
 * Changes the keys of a Tink keyset in a JSON file, step by step, so that services that
 * read it again at different times never meet what they cannot open.
 */
public final class KeysetRotation {

	private final Path file;

	/**
	 * The keys of a file.
	 * @param file a Tink keyset as JSON
	 */
	public KeysetRotation(Path file) {
		this.file = file;
		try {
			AeadConfig.register();
			JwtMacConfig.register();
			PrfConfig.register();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The keys, oldest first.
	 * @return what is in the file now
	 * @throws StackFailure if it cannot be read as a keyset
	 */
	public List<Key> keys() {
		KeysetHandle keyset = read();
		return IntStream.range(0, keyset.size())
			.mapToObj(keyset::getAt)
			.map((entry) -> new Key(Integer.toUnsignedLong(entry.getId()), entry.isPrimary()))
			.toList();
	}

	/**
	 * Adds a key of the same kind. It opens what others seal with it; nothing is sealed
	 * with it yet.
	 * @return its id
	 * @throws StackFailure if the file cannot be read or written
	 */
	public long add() {
		change((keyset) -> KeysetHandle.newBuilder(keyset)
			.addEntry(KeysetHandle.generateEntryFromParameters(keyset.getPrimary().getKey().getParameters())
				.withRandomId()));
		return keys().getLast().id();
	}

	/**
	 * Seals with that key from now on.
	 * @param id the key's id
	 * @throws StackFailure if there is no such key, or the file cannot be read or written
	 */
	public void promote(long id) {
		int place = place(keys(), id);
		change((keyset) -> {
			KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
			builder.getAt(place).makePrimary();
			return builder;
		});
	}

	/**
	 * Removes a key; what is sealed with it cannot be opened any more.
	 * @param id the key's id
	 * @throws StackFailure if there is no such key, if it is the one that seals, or if
	 * the file cannot be read or written
	 */
	public void remove(long id) {
		int place = requireRemovable(id);
		change((keyset) -> KeysetHandle.newBuilder(keyset).deleteAt(place));
	}

	/**
	 * Looks whether a key may be removed.
	 * @param id the key's id
	 * @return its place in the keyset
	 * @throws StackFailure if there is no such key, if it is the one that seals, or if
	 * the file cannot be read
	 */
	public int requireRemovable(long id) {
		List<Key> keys = keys();
		int place = place(keys, id);
		if (keys.get(place).primary()) {
			throw new StackFailure("The key " + id + " in " + this.file + " seals; promote another one first");
		}
		return place;
	}

	private int place(List<Key> keys, long id) {
		List<Long> ids = keys.stream().map(Key::id).toList();
		if (!ids.contains(id)) {
			throw new StackFailure("There is no key " + id + " in " + this.file + "; there are: " + ids);
		}
		return ids.indexOf(id);
	}

	private void change(Change change) {
		try {
			String json = TinkJsonProtoKeysetFormat.serializeKeyset(change.of(read()).build(),
					InsecureSecretKeyAccess.get());
			PrivateFile.replace(this.file, json);
		}
		catch (GeneralSecurityException ex) {
			throw new StackFailure("The keys in " + this.file + " cannot be changed: " + ex.getMessage(), ex);
		}
	}

	private KeysetHandle read() {
		try {
			return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(this.file), InsecureSecretKeyAccess.get());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new StackFailure("The file " + this.file + " cannot be read as a Tink keyset in JSON", ex);
		}
	}

	/**
	 * A key, without its secret.
	 *
	 * @param id its id
	 * @param primary whether new values are sealed with it
	 */
	public record Key(long id, boolean primary) {

	}

	private interface Change {

		KeysetHandle.Builder of(KeysetHandle keyset) throws GeneralSecurityException;

	}

}
