package io.bgvbridge.messaging.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import com.google.crypto.tink.KeysetHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KeyedHashesTests {

	@TempDir
	private Path folder;

	private final KeysetHandle oldKeys = Keysets.hashes();

	@Test
	void hashTheSameAlike() {
		KeyedHashes hashes = hashes(this.oldKeys);

		assertThat(hashes.hash("place", "value")).hasSize(32).isEqualTo(hashes.hash("place", "value"));
		assertThat(hashes.hashes("place", "value")).containsExactly(hashes.hash("place", "value"));
	}

	@Test
	void hashDifferentlyForAnotherPlaceValueOrKey() {
		KeyedHashes hashes = hashes(this.oldKeys);
		byte[] hash = hashes.hash("place", "value");

		assertThat(hashes.hash("other", "value")).isNotEqualTo(hash);
		assertThat(hashes.hash("place", "other")).isNotEqualTo(hash);
		assertThat(hashes(Keysets.hashes()).hash("place", "value")).isNotEqualTo(hash);
	}

	@Test
	void findWhatAnOlderKeyHashed() {
		Path file = Keysets.write(this.folder.resolve("hashes.json"), this.oldKeys);
		KeyedHashes hashes = new KeyedHashes(file);
		byte[] kept = hashes.hash("place", "value");

		Keysets.write(file, Keysets.both(Keysets.hashes(), this.oldKeys));

		await().atMost(Duration.ofSeconds(5)).until(() -> hashes.hashes("place", "value").size() == 2);
		assertThat(hashes.hashes("place", "value")).contains(kept);
		assertThat(hashes.hash("place", "value")).isNotEqualTo(kept);
	}

	@Test
	void seeANewKeyThatWasWrittenWithinTheSameTickOfTheClock() throws IOException {
		Path file = Keysets.write(this.folder.resolve("hashes.json"), this.oldKeys);
		FileTime modified = Files.getLastModifiedTime(file);
		KeyedHashes hashes = new KeyedHashes(file);

		Keysets.write(file, Keysets.both(Keysets.hashes(), this.oldKeys));
		Files.setLastModifiedTime(file, modified);

		await().atMost(Duration.ofSeconds(5)).until(() -> hashes.hashes("place", "value").size() == 2);
	}

	private KeyedHashes hashes(KeysetHandle keys) {
		return new KeyedHashes(Keysets.write(this.folder.resolve("hashes.json"), keys));
	}

}
