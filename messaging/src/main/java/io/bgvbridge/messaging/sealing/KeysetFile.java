package io.bgvbridge.messaging.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import org.jspecify.annotations.Nullable;

/**
 * A Tink keyset in a mounted file that is read again when the file changes.
 */
final class KeysetFile {

	private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

	private final Path file;

	private volatile Loaded loaded;

	KeysetFile(Path file) {
		this.file = file;
		this.loaded = load(null);
	}

	KeysetHandle handle() {
		Loaded current = this.loaded;
		if (System.nanoTime() - current.lookedAt() > LOOK_EVERY_NANOS) {
			current = load(current);
			this.loaded = current;
		}
		return current.handle();
	}

	static KeysetHandle parse(byte[] content) throws GeneralSecurityException {
		return TinkJsonProtoKeysetFormat.parseKeyset(new String(content, StandardCharsets.UTF_8),
				InsecureSecretKeyAccess.get());
	}

	private Loaded load(@Nullable Loaded previous) {
		try {
			// Compared whole: two writes within one tick of the file system's clock have
			// the
			// same time
			byte[] content = Files.readAllBytes(this.file);
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
			KeysetHandle handle = (previous != null && MessageDigest.isEqual(hash, previous.hash())) ? previous.handle()
					: parse(content);
			return new Loaded(handle, hash, System.nanoTime());
		}
		catch (IOException | GeneralSecurityException ex) {
			if (previous != null) {
				return new Loaded(previous.handle(), previous.hash(), System.nanoTime());
			}
			throw new UncheckedIOException("Keyset file " + this.file + " cannot be read as a Tink JSON keyset",
					new IOException(ex));
		}
	}

	/**
	 * What was read.
	 *
	 * @param handle the keys
	 * @param hash of the bytes that were read
	 * @param lookedAt when the file was looked at, on the monotonic clock
	 */
	private record Loaded(KeysetHandle handle, byte[] hash, long lookedAt) {

	}

}
