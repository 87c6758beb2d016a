package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a stack keeps: data, logs, keys and passwords. Only
 * its owner can read it.
 *
 * @param path the folder
 * @param logs the folder of the log files, one for each process
 */
public record StateDirectory(Path path, Path logs) {

	/**
	 * A folder whose logs are in it.
	 * @param path the folder
	 */
	public StateDirectory(Path path) {
		this(path, path.resolve("logs"));
	}

	/**
	 * The folder {@code .bgv} of the checkout that this class was built in.
	 * @return the path, whether it is there or not
	 */
	public static Path ofCheckout() {
		return Checkout.ours().root().resolve(".bgv");
	}

	/**
	 * A folder that is kept, made if it is not there.
	 * @param path the folder
	 * @param fresh whether to empty it first
	 * @return the folder
	 */
	public static StateDirectory kept(Path path, boolean fresh) {
		StateDirectory directory = new StateDirectory(path.toAbsolutePath().normalize());
		if (fresh) {
			directory.delete();
		}
		try {
			Files.createDirectories(directory.path);
			Files.setPosixFilePermissions(directory.path, PosixFilePermissions.fromString("rwx------"));
			return directory;
		}
		catch (IOException ex) {
			throw new StackFailure("The folder " + path + " cannot be made: " + ex.getMessage(), ex);
		}
	}

	/**
	 * A new folder among the machine's temporary files.
	 * @return the folder
	 */
	public static StateDirectory temporary() {
		try {
			return new StateDirectory(Files.createTempDirectory("bgv-"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same folder with its logs elsewhere, so that they outlive it.
	 * @param elsewhere the folder of the logs
	 * @return the folder
	 */
	StateDirectory loggingTo(Path elsewhere) {
		return new StateDirectory(this.path, elsewhere);
	}

	Path log(String name) {
		return this.logs.resolve(name + ".log");
	}

	/**
	 * Removes the folder and all that is in it.
	 */
	public void delete() {
		if (!Files.exists(this.path)) {
			return;
		}
		try {
			Files.walkFileTree(this.path, new Removal());
		}
		catch (IOException ex) {
			throw new StackFailure("The folder " + this.path + " cannot be emptied: " + ex.getMessage(), ex);
		}
	}

	private static final class Removal extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.deleteIfExists(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
			if (failure != null) {
				throw failure;
			}
			Files.deleteIfExists(directory);
			return FileVisitResult.CONTINUE;
		}

	}

}
