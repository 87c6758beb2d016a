package io.bgvbridge.sandbox.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * A container engine that answers on this machine.
 *
 * @param version its version
 * @param missing the names of wanted images that it would have to pull
 */
record DockerEngine(String version, List<String> missing) {

	/** What Testcontainers clears up with, unless it is told not to. */
	private static final String RYUK = "testcontainers/ryuk";

	/**
	 * Looks where Testcontainers looks, and goes no further: nothing is pulled or
	 * started.
	 * @param images the wanted images
	 * @return the engine; empty if none answers
	 */
	static Optional<DockerEngine> find(List<String> images) {
		try {
			List<DockerClientProviderStrategy> places = ServiceLoader.load(DockerClientProviderStrategy.class)
				.stream()
				.map(ServiceLoader.Provider::get)
				.toList();
			DockerClientProviderStrategy place = DockerClientProviderStrategy.getFirstValidStrategy(places);
			return Optional
				.of(new DockerEngine(place.getInfo().getServerVersion(), missing(images, place.getDockerClient())));
		}
		catch (IllegalStateException ex) {
			return Optional.empty();
		}
	}

	private static List<String> missing(List<String> images, DockerClient docker) {
		List<String> there = docker.listImagesCmd()
			.exec()
			.stream()
			.flatMap((image) -> Stream.ofNullable(image.getRepoTags()).flatMap(Arrays::stream))
			.toList();
		boolean tidiedByRyuk = !Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
		boolean ryukMissing = tidiedByRyuk && there.stream().noneMatch((tag) -> tag.startsWith(RYUK + ":"));
		return Stream
			.concat(images.stream().filter((image) -> !there.contains(image)),
					ryukMissing ? Stream.of(RYUK) : Stream.empty())
			.toList();
	}

	/** What Testcontainers says, and the first cause, in one line. */
	static String words(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		String first = line(failure);
		return first.equals(line(cause)) ? first : first + ": " + line(cause);
	}

	private static String line(Throwable failure) {
		return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
	}

}
