package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signals that the stack sends to its processes.
 */
enum Signal {

	/** Please stop. */
	TERM,

	/** Please stop; to PostgreSQL: without waiting for the clients to leave. */
	INT,

	/** Stand still. */
	STOP,

	/** Go on. */
	CONT;

	/**
	 * Sends the signal. A process that is gone already is no error.
	 * @param processes the receivers
	 */
	void send(Stream<ProcessHandle> processes) {
		String receivers = processes.map((process) -> Long.toString(process.pid())).collect(Collectors.joining(" "));
		if (receivers.isEmpty()) {
			return;
		}
		try {
			new ProcessBuilder("sh", "-c", "kill -s " + name() + " " + receivers + " 2>/dev/null").start().waitFor();
		}
		catch (IOException ex) {
			throw new StackFailure("The signal " + name() + " could not be sent.", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
