package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build has put what the stack runs.
 */
final class Checkout {

	private static final String BUILD = " is missing. Build it with ./mvnw -q package -DskipTests (./bgv does so by itself).";

	private final Path root;

	private Checkout(Path root) {
		this.root = root;
	}

	/**
	 * The checkout that this class was built in.
	 * @return the checkout
	 */
	static Checkout ours() {
		try {
			Path code = Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
			return new Checkout(code.resolve("../../..").normalize());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Path root() {
		return this.root;
	}

	Path sandboxTarget() {
		return this.root.resolve("sandbox/target");
	}

	String kafkaClasspath() {
		Path file = existing(sandboxTarget().resolve("kafka.classpath"));
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new StackFailure(file + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	Path registryJar() {
		return existing(sandboxTarget().resolve("apicurio/quarkus-run.jar"));
	}

	Path serviceJar(String artifact) {
		Path target = this.root.resolve(artifact).resolve("target");
		try (var jars = Files.newDirectoryStream(target, artifact + "-*-exec.jar")) {
			for (Path jar : jars) {
				return jar;
			}
		}
		catch (IOException ex) {
			throw new StackFailure(target + BUILD, ex);
		}
		throw new StackFailure(target + "/" + artifact + "-*-exec.jar" + BUILD);
	}

	private static Path existing(Path path) {
		if (Files.exists(path)) {
			return path;
		}
		throw new StackFailure(path + BUILD);
	}

}
