package io.bgvbridge.sandbox.cli;

import io.bgvbridge.sandbox.stack.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code bgv} command.
 */
@Command(name = "bgv", subcommands = { Up.class, Demo.class, Bench.class, Keyset.class, Simulators.class },
		mixinStandardHelpOptions = true, version = "BGV Bridge 0.1.0-SNAPSHOT",
		header = "BGV Bridge on this machine: real Kafka, schema registry, PostgreSQL and services, simulated vendors.",
		footer = { "", "Environment:",
				"  BGV_PORT_OFFSET     moves every port of './bgv up' by that number (default 0)",
				"  BGV_ADMIN_USER      the operator's name at the gateway (default admin)",
				"  BGV_ADMIN_PASSWORD  the operator's password (default: made once, in .bgv/)",
				"  BGV_PROVIDER_LAG, BGV_PROVIDER_CALL_TIMEOUT, BGV_ASHBY_CALL_TIMEOUT",
				"                      are passed on to the services" })
public final class Bgv {

	private static final int OLDEST_JAVA = 25;

	private Bgv() {
	}

	/**
	 * Runs the command and ends the JVM: 0 for success, 1 for failure, 2 for a wrong
	 * command line.
	 * @param arguments the command line
	 */
	public static void main(String[] arguments) {
		if (Runtime.version().feature() < OLDEST_JAVA) {
			System.err.println("bgv needs Java " + OLDEST_JAVA + " or newer; this is Java "
					+ Runtime.version().feature() + ". Start it with ./bgv, which looks for one.");
			System.exit(1);
		}
		System.exit(commandLine().execute(arguments));
	}

	static CommandLine commandLine() {
		return new CommandLine(new Bgv()).setExecutionExceptionHandler((failure, commandLine, parsed) -> {
			if (failure instanceof StackFailure || failure instanceof WalkFailure) {
				commandLine.getErr().println("bgv: " + failure.getMessage());
			}
			else {
				failure.printStackTrace(commandLine.getErr());
			}
			return 1;
		});
	}

}
