package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

import io.bgvbridge.sandbox.stack.Ports;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;
import io.bgvbridge.sandbox.stack.StackFailure;
import io.bgvbridge.sandbox.stack.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bgv up}: the product runs until Ctrl-C.
 */
@Command(name = "up", mixinStandardHelpOptions = true,
		description = { "Starts everything and stays until Ctrl-C.",
				"Prints addresses, the operator's credentials and a curl for each step of a check's way."
						+ " State is kept in .bgv/ of the checkout." })
final class Up implements Callable<Integer> {

	private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

	@Option(names = "--fresh", description = "Empty .bgv/ first: no connections, no events, new passwords and keys.")
	private boolean fresh;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws InterruptedException {
		Journal journal = Journal.of(this.spec);
		Surroundings surroundings = Surroundings.ours();
		Ports ports = Ports.standard(surroundings.portOffset());
		ports.requireFree();
		StateDirectory state = StateDirectory.kept(StateDirectory.ofCheckout(), this.fresh);
		LocalProduct product = LocalProduct.of(state, ports, surroundings);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(product, journal), "up-close"));
		try (product) {
			run(product, new Directions(product.addresses(), product.operator(), ports, state), journal);
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
		Set<Service> gone = new HashSet<>();
		while (!product.isClosing()) {
			Thread.sleep(LOOK_EVERY);
			Arrays.stream(Service.values())
				.map(product.services()::get)
				.filter((process) -> !process.running() && !product.isClosing())
				.filter((process) -> gone.add(process.service()))
				.forEach((process) -> journal.note(farewell(process)));
		}
	}

	private static String farewell(ServiceProcess process) {
		return process.name() + " has stopped; its last words are in " + process.log();
	}

}
