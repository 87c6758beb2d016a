package io.bgvbridge.sandbox.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once from the jar that Maven Central
 * has of them (made by the zonky project).
 */
final class PostgresBinaries {

	private static final int OWNER_EXECUTES = 0100;

	private PostgresBinaries() {
	}

	/**
	 * The folder that holds {@code bin}, {@code lib} and {@code share}.
	 * @param parent where to unpack, if it has not been done
	 * @return the folder
	 */
	static Path unpacked(Path parent) {
		String name = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
		Path home = parent.resolve(name.replace(".txz", ""));
		if (!Files.exists(home)) {
			unpack(name, home);
		}
		return home;
	}

	static String archive(String system, String machine) {
		String name = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
		boolean arm = Set.of("aarch64", "arm64").contains(machine);
		return "postgres-" + name + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
	}

	private static void unpack(String name, Path home) {
		try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + name)) {
			if (packed == null) {
				throw new StackFailure("There are no PostgreSQL programs for this machine (" + name + ").");
			}
			Files.createDirectories(home.getParent());
			Path draft = Files.createTempDirectory(home.getParent(), "unpacking-");
			Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
			extract(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed))), draft);
			if (!draft.toFile().renameTo(home.toFile())) {
				new StateDirectory(draft).delete();
			}
		}
		catch (IOException ex) {
			throw new StackFailure("PostgreSQL's programs cannot be unpacked: " + ex.getMessage(), ex);
		}
	}

	private static void extract(TarArchiveInputStream tar, Path home) throws IOException {
		TarArchiveEntry entry = tar.getNextEntry();
		while (entry != null) {
			Path target = home.resolve(entry.getName()).normalize();
			if (!target.startsWith(home)) {
				throw new IOException("an entry leaves its folder: " + entry.getName());
			}
			write(tar, entry, target);
			entry = tar.getNextEntry();
		}
	}

	private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, target);
		boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
	}

}
