package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

import io.bgvbridge.sandbox.stack.Secrets;
import io.bgvbridge.sandbox.stack.StackFailure;
import io.bgvbridge.sandbox.stack.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code bgv demo}: one scenario from connect to result.
 */
@Command(name = "demo", mixinStandardHelpOptions = true,
		description = { "Walks one check from connect to report, or another scenario.",
				"Prints each hop and its time. Starts everything on free ports and throws it away at the end,"
						+ " unless --against is given.",
				"The last line is 'demo: passed in N s' (exit 0) or 'demo: failed: WHY' (exit 1)." })
final class Demo implements Callable<Integer> {

	private static final int SANDBOX_PORT = 8090;

	private static final Duration STARTING = Duration.ofMinutes(3);

	@Option(names = "--provider", defaultValue = "springverify", paramLabel = "P",
			description = "The provider: springverify (default), stackone or checkr.")
	private String provider = "springverify";

	@Option(names = "--scenario", defaultValue = "check", paramLabel = "S",
			description = { "What is walked: check (default), which ends with cancel and re-start;",
					"or stage-change, where a candidate's stage starts the check." })
	private String scenario = "check";

	@Option(names = "--against", paramLabel = "URL",
			description = { "Walk against a running gateway, such as http://localhost:8080 of './bgv up'.",
					"Credentials: BGV_ADMIN_USER and BGV_ADMIN_PASSWORD, else those in .bgv/." })
	private @Nullable URI against;

	@Option(names = "--sandbox", paramLabel = "URL",
			description = "Where the simulators of that deployment are (default: the gateway's host, port 8090"
					+ " moved by BGV_PORT_OFFSET).")
	private @Nullable URI sandbox;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		ProviderKind kind = ProviderKind.of(this.provider);
		if (kind == null) {
			throw new ParameterException(Journal.commandLine(this.spec),
					"No provider '" + this.provider + "'; there are: " + ProviderKind.codes() + ".");
		}
		Scenario wanted = Scenario.of(this.scenario);
		if (wanted == null) {
			throw new ParameterException(Journal.commandLine(this.spec),
					"No scenario '" + this.scenario + "'; there are: " + Scenario.titles() + ".");
		}
		Journal journal = Journal.of(this.spec);
		URI gateway = this.against;
		return new Ending("demo", journal).of((gateway == null) ? () -> walkAlone(wanted, kind, journal)
				: () -> walkAgainst(gateway, wanted, kind, journal));
	}

	private static void walkAlone(Scenario scenario, ProviderKind kind, Journal journal) {
		LocalProduct product = LocalProduct.temporary(Surroundings.ours(), Map.of());
		product.whileRunning(journal,
				() -> scenario.go(new Walk(product.addresses(), product.operator(), kind, journal)));
	}

	private void walkAgainst(URI gateway, Scenario wanted, ProviderKind kind, Journal journal) {
		URI simulators = this.sandbox;
		if (simulators == null) {
			int port = SANDBOX_PORT + Surroundings.ours().portOffset();
			simulators = URI.create("http://" + gateway.getHost() + ":" + port);
		}
		Addresses addresses = Addresses.of(gateway, simulators);
		Operator operator = operator();
		// A start cannot be repeated safely, a question can: whoever is still starting is
		// waited for with one.
		Rest.at(addresses.gateway(), operator).enduring(STARTING).get("/api/connections");
		wanted.go(Walk.enduring(addresses, operator, kind, journal));
	}

	private static Operator operator() {
		Surroundings surroundings = Surroundings.ours();
		if (surroundings.variables().containsKey("BGV_ADMIN_PASSWORD")) {
			return surroundings.operator(new Secrets("admin", "", ""));
		}
		StateDirectory state = new StateDirectory(StateDirectory.ofCheckout());
		if (!Files.exists(state.path())) {
			throw new StackFailure("Set BGV_ADMIN_USER and BGV_ADMIN_PASSWORD to the operator's credentials there.");
		}
		return surroundings.operator(Secrets.of(state));
	}

}
