package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChildTests {

	@TempDir
	Path folder;

	private Child child;

	@BeforeEach
	void noChild() {
		this.child = child("true");
	}

	@AfterEach
	void kill() {
		this.child.kill();
	}

	@Test
	void startsAgainAfterAStopAndKeepsItsLog() {
		this.child = child("echo begun; touch ready; exec sleep 60");
		this.child.start();
		this.child.stop();
		assertThat(this.child.running()).isFalse();
		this.child.start();
		assertThat(this.child.running()).isTrue();
		assertThat(Patience.until(Duration.ofSeconds(5), () -> content("log").equals("begun\nbegun\n"))).isTrue();
	}

	@Test
	void quotesTheLogOfAChildThatStopsWhileStarting() {
		this.child = child("echo no such database; printf '\\tat frame.of(Trace.java:1)\\n'; exit 3");
		assertThatExceptionOfType(StackFailure.class).isThrownBy(this.child::start)
			.withMessageContaining("the child stopped while it started, with exit code 3")
			.withMessageEndingWith("no such database");
	}

	@Test
	void killsAChildThatIsNotReadyInTime() {
		this.child = child("echo thinking; exec sleep 60");
		assertThatExceptionOfType(StackFailure.class).isThrownBy(this.child::start)
			.withMessageContaining("the child was not ready after 1 s")
			.withMessageContaining("thinking");
		assertThat(this.child.running()).isFalse();
	}

	@Test
	void refusesASecondStart() {
		this.child = child("touch ready; exec sleep 60");
		this.child.start();
		assertThatExceptionOfType(StackFailure.class).isThrownBy(this.child::start)
			.withMessage("the child is running already.");
	}

	@Test
	void givesNoVariableButItsOwn() {
		this.child = child("env; touch ready; exec sleep 60");
		this.child.start();
		assertThat(log()).content().contains("GIVEN=1").doesNotContainPattern("(?m)^(MAVEN|JAVA|BGV|SPRING)_");
	}

	@Test
	void killsTheChildsChildrenToo() {
		this.child = child("sleep 61 & echo $! > other; touch ready; wait");
		this.child.start();
		long other = Long.parseLong(content("other").strip());
		this.child.kill();
		assertThat(ProcessHandle.of(other).filter(ProcessHandle::isAlive)).isEmpty();
	}

	@Test
	void standsStillWhileFrozen() {
		this.child = child("touch ready; while :; do date +%s%N > beat; sleep 0.02; done");
		this.child.start();
		assertThat(Patience.until(Duration.ofSeconds(5), () -> Files.exists(this.folder.resolve("beat")))).isTrue();
		this.child.freeze();
		String frozen = settledBeat();
		assertThat(Patience.until(Duration.ofMillis(300), () -> !content("beat").equals(frozen))).isFalse();
		this.child.thaw();
		assertThat(Patience.until(Duration.ofSeconds(5), () -> !content("beat").equals(frozen))).isTrue();
	}

	@Test
	void stopsAFrozenChild() {
		this.child = child("touch ready; exec sleep 60");
		this.child.start();
		this.child.freeze();
		this.child.stop();
		assertThat(this.child.running()).isFalse();
	}

	/** What was under way when the signal came may still have been written. */
	private String settledBeat() {
		Patience.until(Duration.ofMillis(200), () -> false);
		return content("beat");
	}

	private String content(String file) {
		try {
			return Files.readString(this.folder.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path log() {
		return this.folder.resolve("log");
	}

	private Child child(String script) {
		Path ready = this.folder.resolve("ready");
		return new Child(new Launch("the child", List.of("sh", "-c", "cd " + this.folder + "; " + script),
				Map.of("GIVEN", "1"), log(), () -> Files.exists(ready), Duration.ofSeconds(1), Signal.TERM));
	}

}
