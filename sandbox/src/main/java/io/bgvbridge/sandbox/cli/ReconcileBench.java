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
 * {@code bgv bench reconcile}: what one sweep over many open checks costs at the
 * provider, and whether new orders have to wait for it.
 */
@Command(name = "reconcile", mixinStandardHelpOptions = true,
		description = {
				"One reconciliation period over many open checks at SpringVerify, of which some changed"
						+ " without a callback.",
				"Passes if it made at most one call for each page of the provider's list and one for each changed"
						+ " check, found all of them, and kept within the rate. Also prints what new orders took"
						+ " meanwhile, beside the same without a sweep." })
final class ReconcileBench implements Callable<Integer> {

	private static final int MOST_CHECKS = 200_000;

	@Option(names = "--checks", defaultValue = "100000", paramLabel = "N",
			description = "Open checks (default 100000).")
	private int checks = 100_000;

	@Option(names = "--changed", defaultValue = "200", paramLabel = "C",
			description = "Checks that changed at the provider without a callback (default 200).")
	private int changed = 200;

	@Option(names = "--orders", defaultValue = "20", paramLabel = "K",
			description = "New orders during the sweep, and as many without one (default 20).")
	private int orders = 20;

	@Option(names = "--rate", defaultValue = "20", paramLabel = "R",
			description = "The connection's calls a second (default 20).")
	private int rate = 20;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		require(this.checks >= 1 && this.checks <= MOST_CHECKS, "--checks is 1 to " + MOST_CHECKS);
		require(this.changed >= 0 && this.changed <= this.checks, "--changed is 0 to the number of checks");
		require(this.orders >= 1 && this.orders <= 1000, "--orders is 1 to 1000");
		require(this.rate >= 1 && this.rate <= 1000, "--rate is 1 to 1000");
		Journal journal = Journal.of(this.spec);
		return new Ending("bench", journal).of(() -> run(journal));
	}

	private void run(Journal journal) {
		LocalProduct product = LocalProduct.temporary(Surroundings.ours(),
				Map.of("BGV_PROVIDER_CALLS_PER_SECOND", Integer.toString(this.rate)));
		Walk walk = new Walk(product.addresses(), product.operator(), ProviderKind.SPRINGVERIFY, journal);
		product.whileRunning(journal,
				() -> new Reconciliation(product, walk, this.rate).measure(this.checks, this.changed, this.orders));
	}

	private void require(boolean kept, String rule) {
		if (!kept) {
			throw new ParameterException(Journal.commandLine(this.spec), rule + ".");
		}
	}

}
