package io.bgvbridge.sandbox.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that does one thing and ends.
 *
 * @param name its name in messages
 * @param log the file that takes its output
 * @param limit how long it may take
 */
record Tool(String name, Path log, Duration limit) {

	/**
	 * Runs the program and waits for its end.
	 * @param command program and arguments
	 * @throws StackFailure if it fails or takes too long; the message quotes its output
	 */
	void run(List<String> command) {
		try {
			Files.createDirectories(this.log.toAbsolutePath().getParent());
			Process process = new ProcessBuilder(Watchdog.detached(command)).redirectErrorStream(true)
				.redirectInput(Redirect.from(new File("/dev/null")))
				.redirectOutput(Redirect.appendTo(this.log.toFile()))
				.start();
			Watchdog.tie(process);
			boolean ended = process.waitFor(this.limit.toMillis(), TimeUnit.MILLISECONDS);
			process.destroyForcibly();
			Watchdog.untie(process);
			if (!ended || process.exitValue() != 0) {
				throw new StackFailure(this.name + (ended ? " failed" : " took too long") + ". The end of " + this.log
						+ ":\n" + Child.lastLines(this.log));
			}
		}
		catch (IOException ex) {
			throw new StackFailure(this.name + " could not be run: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StackFailure("Interrupted while " + this.name + " ran.", ex);
		}
	}

}
