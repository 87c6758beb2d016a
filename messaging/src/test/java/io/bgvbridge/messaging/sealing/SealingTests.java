package io.bgvbridge.messaging.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.google.crypto.tink.KeysetHandle;
import io.bgvbridge.messaging.Outage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class SealingTests {

	private static final byte[] PLAIN = "Zoë, +91 98".getBytes(StandardCharsets.UTF_8);

	@TempDir
	private Path folder;

	private final KeysetHandle oldKeys = Keysets.sealing();

	private Path file;

	private Sealing sealing;

	@BeforeEach
	void read() {
		this.file = Keysets.write(this.folder.resolve("keyset.json"), this.oldKeys);
		this.sealing = new Sealing(this.file);
	}

	@Test
	void opensWhatWasSealed() {
		byte[] sealed = this.sealing.seal("topic", "key", PLAIN);

		assertThat(this.sealing.open("topic", "key", sealed)).isEqualTo(PLAIN);
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("+91 98");
	}

	@Test
	void sealsTheSameDifferentlyEachTime() {
		assertThat(this.sealing.seal("topic", "key", PLAIN)).isNotEqualTo(this.sealing.seal("topic", "key", PLAIN));
	}

	@Test
	void doesNotOpenInAnotherPlaceOrUnderAnotherKey() {
		byte[] sealed = this.sealing.seal("topic", "key", PLAIN);

		assertBroken("other", "key", sealed);
		assertBroken("topic", "other", sealed);
		assertBroken("topic\nkey", "", sealed);
	}

	@Test
	void doesNotOpenWhatWasDamaged() {
		byte[] sealed = this.sealing.seal("topic", "key", PLAIN);
		sealed[sealed.length - 1] ^= 1;

		assertBroken("topic", "key", sealed);
		assertBroken("topic", "key", new byte[0]);
		assertBroken("topic", "key", new byte[] { 1, 2, 3 });
	}

	@Test
	void doesNotWaitForAKeyOfWhatWasNeverSealed() {
		assertBroken("topic", "key", "{\"firstName\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void waitsForAnUnknownKeyAndOpensOnceTheFileHasIt() {
		KeysetHandle newKeys = Keysets.sealing();
		byte[] sealed = new Sealing(Keysets.write(this.folder.resolve("ahead.json"), newKeys)).seal("topic", "key",
				PLAIN);
		assertThatExceptionOfType(KeyUnknown.class).isThrownBy(() -> this.sealing.open("topic", "key", sealed))
			.isInstanceOf(Outage.class);

		Keysets.write(this.file, Keysets.both(this.oldKeys, newKeys));

		await().atMost(Duration.ofSeconds(5))
			.ignoreException(KeyUnknown.class)
			.untilAsserted(() -> assertThat(this.sealing.open("topic", "key", sealed)).isEqualTo(PLAIN));
	}

	@Test
	void rotatesByAddingThenPromotingAKey() {
		KeysetHandle newKeys = Keysets.sealing();
		byte[] old = this.sealing.seal("topic", "key", PLAIN);
		Keysets.write(this.file, Keysets.both(this.oldKeys, newKeys));
		Sealing added = new Sealing(this.file);
		assertThat(keyOf(added.seal("topic", "key", PLAIN))).isEqualTo(this.oldKeys.getPrimary().getId());

		Keysets.write(this.file, Keysets.both(newKeys, this.oldKeys));

		await().atMost(Duration.ofSeconds(5))
			.until(() -> keyOf(this.sealing.seal("topic", "key", PLAIN)) == newKeys.getPrimary().getId());
		assertThat(this.sealing.open("topic", "key", old)).isEqualTo(PLAIN);
		assertThat(this.sealing.open("topic", "key", this.sealing.seal("topic", "key", PLAIN))).isEqualTo(PLAIN);
	}

	@Test
	void keepsItsKeysWhileTheFileCannotBeRead() throws IOException {
		byte[] sealed = this.sealing.seal("topic", "key", PLAIN);

		Files.writeString(this.file, "{ half a file");

		await().during(Duration.ofMillis(1_300))
			.atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(this.sealing.open("topic", "key", sealed)).isEqualTo(PLAIN));
	}

	@Test
	void doesNotBeginWithoutKeys() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> new Sealing(this.folder.resolve("missing.json")))
			.withMessageContaining("missing.json");
	}

	private void assertBroken(String place, String key, byte[] sealed) {
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> this.sealing.open(place, key, sealed));
	}

	private static int keyOf(byte[] sealed) {
		return java.nio.ByteBuffer.wrap(sealed, 1, 4).getInt();
	}

}
