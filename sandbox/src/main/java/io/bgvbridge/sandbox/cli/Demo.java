package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
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

	@Option(names = "--provider", defaultValue = "springverify", paramLabel = "P",
			description = "The provider: springverify (default).")
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
		if (!this.provider.equals("springverify")) {
			throw new ParameterException(Journal.commandLine(this.spec),
					"No provider '" + this.provider + "' yet; there is: springverify.");
		}
		Scenario wanted = Scenario.of(this.scenario);
		if (wanted == null) {
			throw new ParameterException(Journal.commandLine(this.spec),
					"No scenario '" + this.scenario + "'; there are: " + Scenario.titles() + ".");
		}
		Journal journal = Journal.of(this.spec);
		try {
			URI gateway = this.against;
			if (gateway == null) {
				walkAlone(wanted, journal);
			}
			else {
				walkAgainst(gateway, wanted, journal);
			}
			journal.say(String.format(Locale.ROOT, "demo: passed in %.1f s", journal.seconds()));
			return 0;
		}
		catch (StackFailure ex) {
			if (!ex.line().equals(ex.getMessage())) {
				journal.say(String.valueOf(ex.getMessage()));
			}
			journal.say("demo: failed: " + ex.line());
		}
		catch (WalkFailure ex) {
			journal.say("demo: failed: " + ex.getMessage());
		}
		return 1;
	}

	private static void walkAlone(Scenario scenario, Journal journal) {
		LocalProduct product = LocalProduct.temporary(Surroundings.ours());
		Runtime.getRuntime().addShutdownHook(new Thread(product::close, "demo-close"));
		try (product) {
			walk(product, scenario, journal);
		}
	}

	private static void walk(LocalProduct product, Scenario scenario, Journal journal) {
		try {
			product.start(journal);
			scenario.go(new Walk(product.addresses(), product.operator(), journal));
		}
		catch (StackFailure | WalkFailure ex) {
			if (!product.isClosing()) {
				journal.say("The logs are kept in " + product.keptLogs());
			}
			throw ex;
		}
	}

	private void walkAgainst(URI gateway, Scenario wanted, Journal journal) {
		URI simulators = this.sandbox;
		if (simulators == null) {
			int port = SANDBOX_PORT + Surroundings.ours().portOffset();
			simulators = URI.create("http://" + gateway.getHost() + ":" + port);
		}
		wanted.go(new Walk(Addresses.of(gateway, simulators), operator(), journal));
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
