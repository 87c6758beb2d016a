package io.bgvbridge.sandbox.stack;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A process that this JVM starts, watches and ends. It sees none of this JVM's
 * environment but the few variables that describe the machine.
 */
final class Child implements Part {

	private static final Set<String> MACHINE = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

	private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

	private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

	private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ )");

	private static final int QUOTED_LINES = 25;

	private final Launch launch;

	private volatile @Nullable Process process;

	Child(Launch launch) {
		this.launch = launch;
	}

	@Override
	public String name() {
		return this.launch.name();
	}

	@Override
	public void start() {
		Process started = launch();
		awaitReady(started);
	}

	private synchronized Process launch() {
		if (running()) {
			throw new StackFailure(name() + " is running already.");
		}
		try {
			Process started = launched();
			this.process = started;
			Watchdog.tie(started);
			return started;
		}
		catch (IOException ex) {
			throw new StackFailure(name() + " could not be started: " + ex.getMessage(), ex);
		}
	}

	private Process launched() throws IOException {
		Files.createDirectories(this.launch.log().toAbsolutePath().getParent());
		ProcessBuilder builder = new ProcessBuilder(Watchdog.detached(this.launch.command())).redirectErrorStream(true)
			.redirectInput(Redirect.from(new File("/dev/null")))
			.redirectOutput(Redirect.appendTo(this.launch.log().toFile()));
		builder.environment().keySet().retainAll(MACHINE);
		builder.environment().putAll(this.launch.environment());
		return builder.start();
	}

	private void awaitReady(Process started) {
		boolean ready = Patience.until(this.launch.startLimit(),
				() -> !started.isAlive() || this.launch.ready().getAsBoolean());
		if (!started.isAlive()) {
			Watchdog.untie(started);
			throw new StackFailure(
					name() + " stopped while it started, with exit code " + started.exitValue() + ". " + quotedLog());
		}
		if (!ready) {
			kill();
			throw new StackFailure(
					name() + " was not ready after " + this.launch.startLimit().toSeconds() + " s. " + quotedLog());
		}
	}

	@Override
	public void stop() {
		Process current = this.process;
		if (current != null && current.isAlive()) {
			this.launch.farewell().send(Stream.of(current.toHandle()));
			thaw();
			awaitEnd(current, STOP_LIMIT);
		}
		kill();
	}

	@Override
	public void kill() {
		Process current = this.process;
		if (current != null) {
			List<ProcessHandle> offspring = current.descendants().toList();
			current.destroyForcibly();
			offspring.forEach(ProcessHandle::destroyForcibly);
			awaitEnd(current, KILL_LIMIT);
			Patience.until(KILL_LIMIT, () -> offspring.stream().noneMatch(ProcessHandle::isAlive));
			Watchdog.untie(current);
		}
	}

	@Override
	public void freeze() {
		Signal.STOP.send(family());
	}

	@Override
	public void thaw() {
		Signal.CONT.send(family());
	}

	@Override
	public boolean running() {
		Process current = this.process;
		return current != null && current.isAlive();
	}

	private Stream<ProcessHandle> family() {
		Process current = this.process;
		return (current != null) ? Stream.concat(Stream.of(current.toHandle()), current.descendants()) : Stream.empty();
	}

	private static void awaitEnd(Process process, Duration limit) {
		try {
			process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String quotedLog() {
		return "The end of " + this.launch.log() + ":\n" + lastLines(this.launch.log());
	}

	/**
	 * The end of a log, without the frames of stack traces, which hide the messages.
	 */
	static String lastLines(Path log) {
		try {
			List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
				.filter((line) -> !FRAME.matcher(line).lookingAt())
				.toList();
			return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
		}
		catch (IOException ex) {
			return "(it cannot be read)";
		}
	}

}
