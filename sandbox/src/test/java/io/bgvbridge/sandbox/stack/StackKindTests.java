package io.bgvbridge.sandbox.stack;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StackKindTests {

	@Test
	void isContainersWhereAnEngineAnswers() {
		StackKind.Choice choice = StackKind.choose(null, () -> engine("20.10.24"));
		assertThat(choice.kind()).isEqualTo(StackKind.CONTAINERS);
		assertThat(choice).hasToString("stack: containers (Docker 20.10.24)");
	}

	@Test
	void isEmbeddedWhereNoneAnswers() {
		StackKind.Choice choice = StackKind.choose(null, Optional::empty);
		assertThat(choice.kind()).isEqualTo(StackKind.EMBEDDED);
		assertThat(choice).hasToString("stack: embedded (no Docker engine answers)");
	}

	@Test
	void isEmbeddedWhereAnImageWouldHaveToBePulled() {
		StackKind.Choice choice = StackKind.choose(null, () -> engine("28.1", "postgres:18", "testcontainers/ryuk"));
		assertThat(choice.kind()).isEqualTo(StackKind.EMBEDDED);
		assertThat(choice).hasToString("stack: embedded (Docker 28.1 answers, but has no postgres:18, "
				+ "testcontainers/ryuk; -Dstack=containers pulls what is missing)");
	}

	@Test
	void isEmbeddedOnRequestAndAsksNoEngine() {
		StackKind.Choice choice = StackKind.choose("embedded", () -> {
			throw new AssertionError("asked");
		});
		assertThat(choice).hasToString("stack: embedded (-Dstack=embedded)");
	}

	@Test
	void isContainersOnRequestWhateverWouldHaveToBePulled() {
		assertThat(StackKind.choose("containers", () -> engine("28.1", "postgres:18")))
			.hasToString("stack: containers (Docker 28.1)");
	}

	@Test
	void fallsBackToNothingElseThanWasAskedFor() {
		assertThatExceptionOfType(StackFailure.class).isThrownBy(() -> StackKind.choose("containers", Optional::empty))
			.withMessage("-Dstack=containers needs a Docker engine, and none answers; see README.md, or leave it out.");
	}

	@Test
	void refusesAnUnknownWord() {
		assertThatExceptionOfType(StackFailure.class).isThrownBy(() -> StackKind.choose("kubernetes", Optional::empty))
			.withMessage("-Dstack is embedded or containers, and not kubernetes.");
	}

	private static Optional<DockerEngine> engine(String version, String... missing) {
		return Optional.of(new DockerEngine(version, List.of(missing)));
	}

}
