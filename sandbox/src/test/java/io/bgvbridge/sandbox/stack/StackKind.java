package io.bgvbridge.sandbox.stack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What the tests' stack is made of.
 */
enum StackKind {

	/** Processes on this machine. */
	EMBEDDED,

	/** Containers of the images that a deployment uses. */
	CONTAINERS;

	/**
	 * Chooses: what was asked for; without a wish, containers where an engine answers
	 * that has all images, so that no test waits for a download that nobody asked for.
	 * @param wish the system property {@code stack}: {@code embedded},
	 * {@code containers}, or null
	 * @param engine looks for an engine; not asked when it does not matter
	 * @return the choice
	 * @throws StackFailure if the wish is none of them, or no engine answers and one is
	 * wished for
	 */
	static Choice choose(@Nullable String wish, Supplier<Optional<DockerEngine>> engine) {
		if (wish == null) {
			return engine.get().map(Choice::of).orElseGet(() -> new Choice(EMBEDDED, "no Docker engine answers"));
		}
		return switch (named(wish)) {
			case EMBEDDED -> new Choice(EMBEDDED, "-Dstack=embedded");
			case CONTAINERS -> engine.get()
				.map(Choice::containers)
				.orElseThrow(() -> new StackFailure(
						"-Dstack=containers needs a Docker engine, and none answers; see README.md, or leave it out."));
		};
	}

	private static StackKind named(String wish) {
		return Arrays.stream(values())
			.filter((kind) -> kind.word().equals(wish))
			.findFirst()
			.orElseThrow(() -> new StackFailure("-Dstack is embedded or containers, and not " + wish + "."));
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A kind and why it was chosen.
	 *
	 * @param kind the kind
	 * @param reason why, in a few words
	 */
	record Choice(StackKind kind, String reason) {

		private static Choice of(DockerEngine engine) {
			return engine.missing().isEmpty() ? containers(engine)
					: new Choice(EMBEDDED, "Docker " + engine.version() + " answers, but has no "
							+ String.join(", ", engine.missing()) + "; -Dstack=containers pulls what is missing");
		}

		private static Choice containers(DockerEngine engine) {
			return new Choice(CONTAINERS, "Docker " + engine.version());
		}

		/** The line that tells which stack the tests ran on. */
		@Override
		public String toString() {
			return "stack: " + this.kind.word() + " (" + this.reason + ")";
		}

	}

}
