package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

import io.bgvbridge.sandbox.stack.Ports;
import io.bgvbridge.sandbox.stack.ServiceProcess;
import io.bgvbridge.sandbox.stack.StackFailure;
import io.bgvbridge.sandbox.stack.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code bgv up}: the product runs until Ctrl-C.
 */
@Command(name = "up", mixinStandardHelpOptions = true,
		description = { "Starts everything and stays until Ctrl-C.",
				"Prints addresses, the operator's credentials and a curl for each step of a check's way."
						+ " State is kept in .bgv/ of the checkout." },
		footer = { "", "The ports of second and third instances are 200 and 400 above those of the first:",
				"gateways at 8080, 8280 and 8480. Logs are in .bgv/logs, such as gateway-service-2.log." })
final class Up implements Callable<Integer> {

	private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

	@Option(names = "--fresh", description = "Empty .bgv/ first: no connections, no events, new passwords and keys.")
	private boolean fresh;

	@Option(names = "--instances", defaultValue = "1", paramLabel = "N",
			description = {
					"Instances of each service, 1 (default) to " + Ports.MOST_INSTANCES + ", that share the work.",
					"The first gateway is the public one. A real deployment has a load balancer before its"
							+ " gateways, with sticky sessions for the console." })
	private int instances = 1;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws InterruptedException {
		if (this.instances < 1 || this.instances > Ports.MOST_INSTANCES) {
			throw new ParameterException(Journal.commandLine(this.spec),
					"--instances is 1 to " + Ports.MOST_INSTANCES + ", and not " + this.instances + ".");
		}
		Journal journal = Journal.of(this.spec);
		Surroundings surroundings = Surroundings.ours();
		Ports ports = Ports.standard(surroundings.portOffset());
		ports.requireFree(this.instances);
		StateDirectory state = StateDirectory.kept(StateDirectory.ofCheckout(), this.fresh);
		LocalProduct product = LocalProduct.of(state, ports, surroundings, this.instances);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(product, journal), "up-close"));
		try (product) {
			run(product, new Directions(product.addresses(), product.operator(), ports, state, this.instances),
					journal);
		}
		return 0;
	}

	private static void run(LocalProduct product, Directions directions, Journal journal) throws InterruptedException {
		try {
			product.start(journal);
			journal.say(directions.text());
			watch(product, journal);
		}
		catch (StackFailure ex) {
			// after Ctrl-C a part that stops while it starts is no failure
			if (!product.isClosing()) {
				throw ex;
			}
		}
	}

	private static void stop(LocalProduct product, Journal journal) {
		if (!product.isClosing()) {
			journal.say("\nStopping …");
			product.close();
			journal.say("Stopped.");
		}
	}

	private static void watch(LocalProduct product, Journal journal) throws InterruptedException {
		Set<ServiceProcess> gone = new HashSet<>();
		while (!product.isClosing()) {
			Thread.sleep(LOOK_EVERY);
			product.services()
				.all()
				.stream()
				.filter((process) -> !process.running() && !product.isClosing())
				.filter(gone::add)
				.forEach((process) -> journal.note(farewell(process)));
		}
	}

	private static String farewell(ServiceProcess process) {
		return process.name() + " has stopped; its last words are in " + process.log();
	}

}
