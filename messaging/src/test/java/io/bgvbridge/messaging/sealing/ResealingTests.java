package io.bgvbridge.messaging.sealing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;

import com.google.crypto.tink.KeysetHandle;
import io.bgvbridge.messaging.sealing.ResealingBench.Instance;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ResealingTests {

	@TempDir
	private Path folder;

	private final ResealingBench bench = new ResealingBench();

	private final KeysetHandle oldKeys = Keysets.sealing();

	private final KeysetHandle newKeys = Keysets.sealing();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void leadsRowsAfterTheKeyThatIsThereAtTheStart() {
		Sealing old = new Sealing(file("old", this.oldKeys));
		UUID first = this.bench.write(old, "letter 0");
		IntStream.range(1, 20).forEach((number) -> this.bench.write(old, "letter " + number));
		this.bench.write(UUID.randomUUID(), null);

		Instance instance = this.bench.start(file("both", Keysets.both(this.newKeys, this.oldKeys)));

		await().until(() -> this.bench.under(this.newKeys) == 20);
		await().until(() -> instance.older() == 0);
		assertThat(this.bench.text(new Sealing(file("new", this.newKeys)), first)).isEqualTo("letter 0");
	}

	@Test
	void leadsRowsAfterTheKeyThatIsPromotedMeanwhile() {
		Path file = file("keyset", Keysets.both(this.oldKeys, this.newKeys));
		Instance instance = this.bench.start(file);
		UUID letter = this.bench.write(instance.sealing, "letter");
		await().until(() -> instance.older() == 0);

		Keysets.write(file, Keysets.both(this.newKeys, this.oldKeys));

		await().until(() -> this.bench.under(this.newKeys) == 1);
		assertThat(this.bench.text(new Sealing(file("new", this.newKeys)), letter)).isEqualTo("letter");
	}

	@Test
	void leadsWhatAnInstanceWithAnOlderFileWritesLater() {
		Instance instance = this.bench.start(file("both", Keysets.both(this.newKeys, this.oldKeys)));
		await().until(() -> instance.older() == 0);

		this.bench.write(new Sealing(file("old", this.oldKeys)), "late");

		await().until(() -> this.bench.under(this.newKeys) == 1);
	}

	@Test
	void leavesWhatItCannotOpenAndGoesOnWithTheOthers(CapturedOutput output) {
		Sealing old = new Sealing(file("old", this.oldKeys));
		byte[] moved = ResealingBench.sealed(old, UUID.randomUUID(), "belongs elsewhere");
		UUID broken = new UUID(0, 1);
		this.bench.write(broken, moved);
		UUID unknown = this.bench.write(new Sealing(file("unknown", Keysets.sealing())), "of another key");
		byte[] ofUnknownKey = this.bench.read(unknown);
		IntStream.range(0, 10).forEach((number) -> this.bench.write(old, "letter " + number));

		Instance instance = this.bench.start(file("both", Keysets.both(this.newKeys, this.oldKeys)));

		await().until(() -> this.bench.under(this.newKeys) == 10);
		await().until(() -> instance.older() == 2);
		assertThat(this.bench.read(broken)).isEqualTo(moved);
		assertThat(this.bench.read(unknown)).isEqualTo(ofUnknownKey);
		assertThat(output).contains("rows=10 older=2 broken=2 brokenId=" + broken).doesNotContain("elsewhere");
	}

	@Test
	void doesNotWaitForARowThatSomebodyHasLocked() {
		Sealing old = new Sealing(file("old", this.oldKeys));
		UUID locked = this.bench.write(old, "locked");
		this.bench.write(old, "free");
		Path both = file("both", Keysets.both(this.newKeys, this.oldKeys));
		this.bench.database.transaction().executeWithoutResult((status) -> {
			this.bench.jdbc.sql("select 1 from letter where letter_id = ? for update")
				.param(locked)
				.query()
				.listOfRows();
			Instance instance = this.bench.start(both);
			await().until(() -> this.bench.under(this.newKeys) == 1);
			await().until(() -> instance.older() == 1);
		});

		await().until(() -> this.bench.under(this.newKeys) == 2);
	}

	private Path file(String name, KeysetHandle keys) {
		return Keysets.write(this.folder.resolve(name + ".json"), keys);
	}

	static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20));
	}

}
