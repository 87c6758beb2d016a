package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What a service of the compose file mounts.
 *
 * @param target where the container has it
 * @param file the file of the checkout, or null for a volume of the engine
 */
record ComposeVolume(String target, @Nullable Path file) {

	/**
	 * Reads the short notation: {@code source:target[:ro]}.
	 * @param notation the text
	 * @param folder the folder that relative sources start from
	 * @return the volume
	 */
	static ComposeVolume of(String notation, Path folder) {
		String[] parts = notation.split(":");
		return new ComposeVolume(parts[1], parts[0].startsWith(".") ? folder.resolve(parts[0]).normalize() : null);
	}

}
