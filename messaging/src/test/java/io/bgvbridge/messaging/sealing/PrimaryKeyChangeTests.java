package io.bgvbridge.messaging.sealing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.crypto.tink.KeysetHandle;
import io.bgvbridge.messaging.sealing.ResealingBench.Instance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.bgvbridge.messaging.sealing.ResealingTests.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What else follows the key is told once, and an older file leads nothing back.
 */
class PrimaryKeyChangeTests {

	@TempDir
	private Path folder;

	private final ResealingBench bench = new ResealingBench();

	private final KeysetHandle oldKeys = Keysets.sealing();

	private final KeysetHandle newKeys = Keysets.sealing();

	private final KeysetHandle oldPromoted = Keysets.both(this.oldKeys, this.newKeys);

	private final KeysetHandle newPromoted = Keysets.both(this.newKeys, this.oldKeys);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void isToldOnceForEachKey() {
		Path file = file("keyset", this.oldPromoted);
		Instance first = this.bench.start(file);
		await().until(() -> first.told.get() == 1);
		Instance second = this.bench.start(file);
		await().until(() -> second.older() == 0);
		assertThat(second.told).as("at the start").hasValue(0);

		Keysets.write(file, this.newPromoted);

		await().until(() -> first.told.get() + second.told.get() == 2);
		await().during(Duration.ofMillis(300)).until(() -> first.told.get() + second.told.get() == 2);
	}

	@Test
	void isToldAgainWhereTheTellingFailed() {
		AtomicInteger calls = new AtomicInteger();
		Instance instance = this.bench.start(file("keyset", this.oldKeys), () -> {
			if (calls.incrementAndGet() < 3) {
				throw new IllegalStateException("not now");
			}
		});

		await().until(() -> instance.told.get() == 1);
		assertThat(calls).hasValue(3);
	}

	@Test
	void leadsNothingBackWhereAnInstanceHasAnOlderFile() {
		Instance ahead = this.bench.start(file("keyset", this.oldPromoted));
		await().until(() -> ahead.older() == 0);
		Keysets.write(this.folder.resolve("keyset.json"), this.newPromoted);
		this.bench.write(ahead.sealing, "letter");
		await().until(() -> this.bench.under(this.newKeys) == 1 && ahead.told.get() == 2);

		Instance behind = this.bench.start(file("behind", this.oldPromoted));

		await().during(Duration.ofMillis(500)).until(() -> this.bench.under(this.newKeys) == 1);
		assertThat(behind.older()).isNaN();
		assertThat(behind.told).hasValue(0);
		Keysets.write(this.folder.resolve("behind.json"), this.newPromoted);
		await().until(() -> behind.older() == 0);
	}

	@Test
	void leadsBackWhereThePromotionIsTakenBack() {
		Path file = file("keyset", this.oldPromoted);
		Instance instance = this.bench.start(file);
		await().until(() -> instance.told.get() == 1);
		Keysets.write(file, this.newPromoted);
		this.bench.write(instance.sealing, "letter");
		await().until(() -> this.bench.under(this.newKeys) == 1 && instance.told.get() == 2);

		Keysets.write(file, this.oldPromoted);

		await().until(() -> this.bench.under(this.oldKeys) == 1 && instance.told.get() == 3);
	}

	private Path file(String name, KeysetHandle keys) {
		return Keysets.write(this.folder.resolve(name + ".json"), keys);
	}

}
