package io.bgvbridge.sandbox.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code bgv bench console}: what the console's pages take with very many checks, beside
 * the same pages with few.
 */
@Command(name = "console", mixinStandardHelpOptions = true, description = {
		"Fills the running gateway's database with made-up checks, asks for the console's pages over HTTP,"
				+ " and does the same again with 1,000 checks.",
		"Prints both medians and their ratio for each page. Passes if each page with many checks takes at most"
				+ " three times as long as with few, or at most 50 ms longer.",
		"A million checks take about six minutes and 2 GB of disk; a statement that takes" + " ten minutes ends it." })
final class ConsoleBench implements Callable<Integer> {

	private static final int FEWEST = 2000;

	private static final int MOST = 5_000_000;

	@Option(names = "--checks", defaultValue = "1000000", paramLabel = "N",
			description = "Checks, open and closed (default 1000000).")
	private int checks = 1_000_000;

	@Option(names = "--rounds", defaultValue = "30", paramLabel = "R",
			description = "How often each page is asked for (default 30).")
	private int rounds = 30;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		require(this.checks >= FEWEST && this.checks <= MOST, "--checks is " + FEWEST + " to " + MOST);
		require(this.rounds >= 1 && this.rounds <= 1000, "--rounds is 1 to 1000");
		Journal journal = Journal.of(this.spec);
		return new Ending("bench", journal).of(() -> run(journal));
	}

	private void run(Journal journal) {
		LocalProduct product = LocalProduct.temporary(Surroundings.ours(), Map.of());
		product.whileRunning(journal, () -> new PageTimes(product, journal).measure(this.checks, this.rounds));
	}

	private void require(boolean kept, String rule) {
		if (!kept) {
			throw new ParameterException(Journal.commandLine(this.spec), rule + ".");
		}
	}

}
