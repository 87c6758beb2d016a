package io.bgvbridge.sandbox.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import io.bgvbridge.sandbox.stack.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What happened, a line each, with the time since the beginning.
 */
final class Journal implements Progress {

	private static final double NANOS = 1e9;

	private final PrintWriter out;

	private final long begin = System.nanoTime();

	Journal(PrintWriter out) {
		this.out = out;
	}

	/**
	 * A journal on the standard output of a command.
	 * @param spec the command, as picocli gives it
	 * @return the journal
	 */
	static Journal of(@Nullable CommandSpec spec) {
		return new Journal(commandLine(spec).getOut());
	}

	static CommandLine commandLine(@Nullable CommandSpec spec) {
		return Objects.requireNonNull(spec, "picocli gives it").commandLine();
	}

	/**
	 * Notes one thing.
	 * @param what what happened
	 */
	void note(String what) {
		this.out.println(String.format(Locale.ROOT, "%9.3f s  %s", seconds(), what));
		this.out.flush();
	}

	/**
	 * Prints a line as it is.
	 * @param line the line
	 */
	void say(String line) {
		this.out.println(line);
		this.out.flush();
	}

	@Override
	public void ready(String what, Duration took) {
		note(String.format(Locale.ROOT, "%s is ready (took %.1f s)", what, took.toNanos() / NANOS));
	}

	double seconds() {
		return (System.nanoTime() - this.begin) / NANOS;
	}

}
