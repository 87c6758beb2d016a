package io.bgvbridge.messaging.sealing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import com.google.crypto.tink.KeysetHandle;
import io.bgvbridge.messaging.sealing.ResealingBench.Instance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.bgvbridge.messaging.sealing.ResealingTests.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances follow the key while rows are written.
 */
class ResealingRaceTests {

	private static final int ROWS = 60;

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
	void loseNothingThatIsWrittenMeanwhile() throws InterruptedException {
		Path file = Keysets.write(this.folder.resolve("keyset.json"), Keysets.both(this.oldKeys, this.newKeys));
		Sealing service = new Sealing(file);
		List<UUID> ids = IntStream.range(0, ROWS).mapToObj((number) -> this.bench.write(service, "0")).toList();
		Instance one = this.bench.start(file);
		Instance two = this.bench.start(file);
		Map<UUID, String> written = new ConcurrentHashMap<>();
		AtomicBoolean writing = new AtomicBoolean(true);
		List<Thread> writers = IntStream.range(0, 3)
			.mapToObj((writer) -> Thread.ofVirtual().start(() -> write(service, ids, writer, written, writing)))
			.toList();

		Keysets.write(file, Keysets.both(this.newKeys, this.oldKeys));
		await().until(() -> this.bench.under(this.newKeys) > ROWS / 2);
		Keysets.write(file, Keysets.both(this.oldKeys, this.newKeys));
		await().until(() -> this.bench.under(this.oldKeys) > ROWS / 2);
		Keysets.write(file, Keysets.both(this.newKeys, this.oldKeys));
		Thread.sleep(300);
		writing.set(false);
		for (Thread writer : writers) {
			writer.join();
		}

		await().until(() -> this.bench.under(this.newKeys) == ROWS && one.older() == 0 && two.older() == 0);
		Sealing newOnly = new Sealing(Keysets.write(this.folder.resolve("new.json"), this.newKeys));
		assertThat(written).hasSize(ROWS)
			.allSatisfy((id, text) -> assertThat(this.bench.text(newOnly, id)).isEqualTo(text));
	}

	/** Each row has one writer, so that the last text is known. */
	private void write(Sealing service, List<UUID> ids, int writer, Map<UUID, String> written, AtomicBoolean writing) {
		for (int turn = 1; writing.get() || turn < 3; turn++) {
			for (int i = writer; i < ids.size(); i += 3) {
				String text = Integer.toString(turn);
				this.bench.write(ids.get(i), ResealingBench.sealed(service, ids.get(i), text));
				written.put(ids.get(i), text);
			}
		}
	}

}
