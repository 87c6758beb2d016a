package io.bgvbridge.setup;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The deploy step's commands. Exit 0: done; 1: failed, and the last line says why; 2: the
 * command line is wrong.
 */
@Command(name = "setup", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		subcommands = { ClusterCommand.class, KeysetsCommand.class, HelpCommand.class },
		description = "Sets up what the services need around them.")
public final class SetUp {

	private SetUp() {
	}

	/**
	 * Runs a command.
	 * @param arguments the command line
	 */
	public static void main(String[] arguments) {
		// By name: the classes serve in other programs, too, which log in ways of their
		// own.
		System.setProperty("logback.configurationFile", "logback-setup.xml");
		System.exit(run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
	}

	static int run(String[] arguments, PrintWriter out, PrintWriter err) {
		return new CommandLine(new SetUp()).setOut(out)
			.setErr(err)
			.setExecutionExceptionHandler((failure, command, parsed) -> {
				if (!(failure instanceof SetUpFailure)) {
					throw failure;
				}
				command.getErr().println("setup: failed: " + failure.getMessage());
				return CommandLine.ExitCode.SOFTWARE;
			})
			.execute(arguments);
	}

}
