package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A small text file that only its owner can read or write, from its first byte on.
 */
final class PrivateFile {

	private PrivateFile() {
	}

	/**
	 * Writes the file unless it is there.
	 * @param file the file
	 * @param content makes what to write
	 * @return the file
	 */
	static Path writtenOnce(Path file, Supplier<String> content) {
		try {
			if (!Files.exists(file)) {
				move(content.get(), file);
			}
			return file;
		}
		catch (IOException ex) {
			throw new StackFailure("The file " + file + " cannot be written: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Replaces the file in one step: whoever reads it finds the old or the new content.
	 * @param file the file
	 * @param content what to write
	 */
	static void replace(Path file, String content) {
		try {
			move(content, file);
		}
		catch (IOException ex) {
			throw new StackFailure("The file " + file + " cannot be written: " + ex.getMessage(), ex);
		}
	}

	private static void move(String content, Path file) throws IOException {
		Path draft = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(draft);
		write(draft, content);
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void write(Path file, String content) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(file,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
			ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
	}

}
