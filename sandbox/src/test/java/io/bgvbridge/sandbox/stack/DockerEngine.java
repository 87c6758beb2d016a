package io.bgvbridge.sandbox.stack;

import java.util.Optional;

import org.testcontainers.DockerClientFactory;

/**
 * The container engine that Testcontainers finds on this machine.
 */
final class DockerEngine {

	private DockerEngine() {
	}

	/**
	 * Asks for an engine.
	 * @return its version; empty if none answers
	 * @throws StackFailure if one answers that Testcontainers cannot use
	 */
	static Optional<String> version() {
		try {
			if (!DockerClientFactory.instance().isDockerAvailable()) {
				return Optional.empty();
			}
			return Optional.of(DockerClientFactory.lazyClient().versionCmd().exec().getVersion());
		}
		catch (RuntimeException ex) {
			throw new StackFailure("A Docker engine answers, but Testcontainers cannot use it: " + words(ex)
					+ ". Without containers: -Dstack=embedded.", ex);
		}
	}

	/** What happened, from the first cause, in one line. */
	static String words(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse(cause.toString());
	}

}
