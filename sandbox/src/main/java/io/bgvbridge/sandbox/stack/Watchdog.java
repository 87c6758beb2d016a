package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A small shell that holds the other end of a pipe from this JVM and kills every tied
 * process when the pipe breaks: no process outlives this JVM, even one that is killed. It
 * works wherever there is a POSIX shell; Linux' parent-death signal would also fire when
 * only the thread that started the child ends.
 */
final class Watchdog {

	private static final String SCRIPT = """
			trap '' INT TERM HUP
			tied=
			while read -r word pid; do
				left=
				for one in $tied; do [ "$one" = "$pid" ] || left="$left $one"; done
				tied=$left
				[ "$word" = untie ] || tied="$tied $pid"
			done
			[ -z "$tied" ] || kill -s KILL $tied
			""";

	private static @Nullable Watchdog instance;

	private final OutputStream pipe;

	private Watchdog() throws IOException {
		this.pipe = new ProcessBuilder(detached(List.of("sh", "-c", SCRIPT, "bgv-watchdog")))
			.redirectOutput(Redirect.DISCARD)
			.redirectError(Redirect.DISCARD)
			.start()
			.getOutputStream();
	}

	/**
	 * Puts a command into a session of its own, where the system can: Ctrl-C then reaches
	 * this JVM alone, which stops its children in order.
	 * @param command the command
	 * @return the command to run instead
	 */
	static List<String> detached(List<String> command) {
		boolean there = Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);
		return there ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
	}

	static synchronized void tie(Process process) throws IOException {
		Watchdog watchdog = instance;
		if (watchdog == null) {
			watchdog = new Watchdog();
			instance = watchdog;
		}
		watchdog.write("tie " + process.pid());
	}

	static synchronized void untie(Process process) {
		try {
			if (instance != null) {
				instance.write("untie " + process.pid());
			}
		}
		catch (IOException ex) {
			// without its watchdog a process is only less well guarded
			instance = null;
		}
	}

	private void write(String line) throws IOException {
		this.pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
		this.pipe.flush();
	}

}
