package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines of this JVM's own java, with settings for many small processes on few
 * cores.
 */
final class Jvm {

	private Jvm() {
	}

	/**
	 * A command that starts a JVM.
	 * @param heap the greatest heap, such as {@code 256m}
	 * @param arguments further flags, the main class or jar, and its arguments
	 * @return the command
	 */
	static List<String> command(String heap, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		command.addAll(arguments);
		return command;
	}

}
