package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How to start one process, how to see that it is ready, and how to stop it.
 *
 * @param name its name in messages
 * @param command program and arguments
 * @param environment all environment variables that it gets beside the machine's own
 * @param log the file that takes its output; appended to
 * @param ready whether it serves
 * @param startLimit how long it may take until it is ready
 * @param farewell the signal that asks it to stop
 */
record Launch(String name, List<String> command, Map<String, String> environment, Path log, BooleanSupplier ready,
		Duration startLimit, Signal farewell) {

}
