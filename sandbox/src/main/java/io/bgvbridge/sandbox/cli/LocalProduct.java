package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import io.bgvbridge.sandbox.http.Calls;
import io.bgvbridge.sandbox.http.SandboxServer;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.EmbeddedStack;
import io.bgvbridge.sandbox.stack.Port;
import io.bgvbridge.sandbox.stack.Ports;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.Services;
import io.bgvbridge.sandbox.stack.StackFailure;
import io.bgvbridge.sandbox.stack.StateDirectory;
import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import org.jspecify.annotations.Nullable;

/**
 * The whole product on this machine: stack, services and simulated vendors.
 */
final class LocalProduct implements AutoCloseable {

	/**
	 * A webhook that failed comes again after tenths of a second, not tens of seconds.
	 */
	private static final int WEBHOOK_RETRY_SPEED = 100;

	private final EmbeddedStack stack;

	private final Services services;

	private final Operator operator;

	private final SpringVerifySimulator springVerify = new SpringVerifySimulator();

	private volatile @Nullable SandboxServer sandbox;

	private volatile boolean discarded;

	private volatile boolean closing;

	private LocalProduct(EmbeddedStack stack, Services services, Operator operator) {
		this.stack = stack;
		this.services = services;
		this.operator = operator;
	}

	/**
	 * A product that is not started yet.
	 * @param state where it keeps its files
	 * @param ports its ports
	 * @param surroundings what the user's environment says
	 * @param instances how many instances of each service, 1 to
	 * {@link Ports#MOST_INSTANCES}
	 * @return the product
	 */
	static LocalProduct of(StateDirectory state, Ports ports, Surroundings surroundings, int instances) {
		return of(state, ports, surroundings, Map.of(), instances);
	}

	private static LocalProduct of(StateDirectory state, Ports ports, Surroundings surroundings,
			Map<String, String> settings, int instances) {
		EmbeddedStack stack = EmbeddedStack.of(state, ports);
		Operator operator = surroundings.operator(stack.secrets());
		Map<String, String> all = new HashMap<>(surroundings.serviceSettings(operator));
		all.putAll(settings);
		return new LocalProduct(stack, Services.of(stack, all, instances), operator);
	}

	/**
	 * A product that is not started yet, on free ports, whose files are removed when it
	 * is closed.
	 * @param surroundings what the user's environment says
	 * @param settings environment variables of the services that go before the user's
	 * @return the product
	 */
	static LocalProduct temporary(Surroundings surroundings, Map<String, String> settings) {
		StateDirectory state = StateDirectory.temporary();
		try {
			LocalProduct product = of(state, Ports.free(), surroundings, settings, 1);
			product.discarded = true;
			return product;
		}
		catch (StackFailure ex) {
			state.delete();
			throw ex;
		}
	}

	/**
	 * Starts everything. The caller has {@link #close()} called when the JVM exits.
	 * @param journal hears of each part that is ready
	 */
	void start(Journal journal) {
		this.stack.start(journal);
		SandboxServer server = SandboxServer.start(this.stack.ports().of(Port.SANDBOX), ashby(), this.springVerify,
				new StackOneSimulator(), new CheckrSimulator());
		server.console(URI.create(addresses().console()));
		this.sandbox = server;
		this.services.start(journal);
	}

	/**
	 * Starts everything, does the work and closes everything again. The logs of a failure
	 * are kept.
	 * @param journal hears of each part that is ready
	 * @param work what to do meanwhile
	 */
	void whileRunning(Journal journal, Runnable work) {
		Runtime.getRuntime().addShutdownHook(new Thread(this::close, "product-close"));
		try (this) {
			begun(journal, work);
		}
	}

	private void begun(Journal journal, Runnable work) {
		try {
			start(journal);
			work.run();
		}
		catch (StackFailure | WalkFailure ex) {
			if (!this.closing) {
				journal.say("The logs are kept in " + keptLogs());
			}
			throw ex;
		}
	}

	/** Ashby as somebody tries it who has no patience. */
	static AshbySimulator ashby() {
		AshbySimulator ashby = new AshbySimulator();
		ashby.adoptUnknownAssessments(true);
		ashby.webhooks().retrySpeed(WEBHOOK_RETRY_SPEED);
		return ashby;
	}

	/** SpringVerify's simulator, in this JVM. */
	SpringVerifySimulator springVerify() {
		return this.springVerify;
	}

	/** The calls that the simulators got. */
	Calls calls() {
		return Objects.requireNonNull(this.sandbox, "started").calls();
	}

	/** A service's database. */
	Database database(Service service) {
		return this.stack.database(service);
	}

	Operator operator() {
		return this.operator;
	}

	Services services() {
		return this.services;
	}

	Addresses addresses() {
		return Addresses.local(this.stack.ports());
	}

	/**
	 * Keeps the files of a product that would remove them.
	 * @return the folder of the logs
	 */
	Path keptLogs() {
		this.discarded = false;
		return this.stack.state().logs();
	}

	/**
	 * Whether it is being stopped, so that what breaks now is no failure.
	 * @return true once it is
	 */
	boolean isClosing() {
		return this.closing;
	}

	@Override
	public synchronized void close() {
		if (this.closing) {
			return;
		}
		this.closing = true;
		this.services.close();
		SandboxServer server = this.sandbox;
		if (server != null) {
			server.close();
		}
		this.stack.close();
		if (this.discarded) {
			this.stack.state().delete();
		}
	}

}
