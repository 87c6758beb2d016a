package io.bgvbridge.sandbox.cli;

import picocli.CommandLine.Command;

/**
 * {@code bgv bench}: measures one thing on this machine.
 */
@Command(name = "bench", subcommands = { ReconcileBench.class, ConsoleBench.class }, mixinStandardHelpOptions = true,
		synopsisSubcommandLabel = "NAME", commandListHeading = "%nNames:%n",
		description = { "Measures one thing on this machine, with everything on free ports, and prints the figures.",
				"The last line is 'bench: passed in N s' (exit 0) or 'bench: failed: WHY' (exit 1)." })
final class Bench {

}
