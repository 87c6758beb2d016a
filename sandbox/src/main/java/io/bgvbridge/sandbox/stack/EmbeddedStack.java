package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.bgvbridge.setup.SchemaSetup;
import io.bgvbridge.setup.SetUpFailure;
import io.bgvbridge.setup.TopicSetup;
import org.jspecify.annotations.Nullable;

/**
 * A stack of processes on this machine, from artifacts of Maven Central alone. Its
 * processes end when it is closed, when this JVM exits, and when this JVM is killed.
 */
public final class EmbeddedStack implements Stack {

	private static final Duration SET_UP_LIMIT = Duration.ofSeconds(30);

	private static @Nullable EmbeddedStack shared;

	private final StateDirectory state;

	private final Ports ports;

	private final Secrets secrets;

	private final KafkaBroker broker;

	private final Registry schemas;

	private final PostgresServer server;

	private final Part kafka;

	private final Part registry;

	private final Part postgres;

	private EmbeddedStack(StateDirectory state, Ports ports) {
		Checkout checkout = Checkout.ours();
		this.state = state;
		this.ports = ports;
		this.secrets = Secrets.of(state);
		this.broker = new KafkaBroker(state, checkout.kafkaClasspath(), ports);
		this.schemas = new Registry(state, checkout.registryJar(), ports);
		this.server = new PostgresServer(PostgresBinaries.unpacked(checkout.sandboxTarget().resolve("postgres")), state,
				this.secrets, ports.of(Port.POSTGRES));
		this.kafka = this.broker.part();
		this.registry = this.schemas.part();
		this.postgres = this.server.part();
	}

	/**
	 * A stack that is not started yet.
	 * @param state where it keeps its files
	 * @param ports its ports
	 * @return the stack
	 * @throws StackFailure if something is not built
	 */
	public static EmbeddedStack of(StateDirectory state, Ports ports) {
		return new EmbeddedStack(state, ports);
	}

	/**
	 * The stack that all tests of this JVM use: started at the first call, on free ports
	 * and in a temporary folder, and closed when the JVM exits. Its logs stay, in
	 * {@code sandbox/target/stack-logs}.
	 * @return the stack
	 */
	public static synchronized EmbeddedStack shared() {
		EmbeddedStack stack = shared;
		if (stack == null) {
			Path logs = Checkout.ours().sandboxTarget().resolve("stack-logs/" + ProcessHandle.current().pid());
			stack = of(StateDirectory.temporary().loggingTo(logs), Ports.free());
			Runtime.getRuntime().addShutdownHook(new Thread(stack::discard, "stack-discard"));
			stack.start(Progress.SILENT);
			shared = stack;
		}
		return stack;
	}

	/**
	 * Starts the parts side by side and sets them up; closes what runs when one fails.
	 * @param progress hears of each part that is ready
	 * @throws StackFailure if a port is taken or a part does not start
	 */
	public void start(Progress progress) {
		this.ports.requireFree();
		try {
			Together.run(List.of(() -> progress.timed("PostgreSQL", this::startPostgres),
					() -> progress.timed("Kafka", this::startKafka),
					() -> progress.timed("the schema registry", this::startRegistry)));
		}
		catch (StackFailure ex) {
			close();
			throw ex;
		}
	}

	private void startPostgres() {
		this.server.initialise();
		this.postgres.start();
		Arrays.stream(Service.values()).map(Service::database).forEach(this.server::provide);
	}

	private void startKafka() {
		this.broker.initialise();
		this.kafka.start();
		setUp(() -> new TopicSetup(bootstrapServers(), 1, SET_UP_LIMIT).apply((step) -> {
		}));
	}

	private void startRegistry() {
		this.registry.start();
		setUp(() -> new SchemaSetup(confluentApi()).apply((subject) -> {
		}));
	}

	private static void setUp(Runnable setUp) {
		try {
			setUp.run();
		}
		catch (SetUpFailure ex) {
			throw new StackFailure(String.valueOf(ex.getMessage()), ex);
		}
	}

	@Override
	public Part kafka() {
		return this.kafka;
	}

	@Override
	public Part registry() {
		return this.registry;
	}

	@Override
	public Part postgres() {
		return this.postgres;
	}

	@Override
	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	@Override
	public URI registryApi() {
		return this.schemas.api();
	}

	@Override
	public URI confluentApi() {
		return this.schemas.confluentApi();
	}

	@Override
	public Database database(Service service) {
		return this.server.database(service.database());
	}

	@Override
	public Ports ports() {
		return this.ports;
	}

	@Override
	public StateDirectory state() {
		return this.state;
	}

	@Override
	public Secrets secrets() {
		return this.secrets;
	}

	@Override
	public void close() {
		Together.run(List.of(this.kafka::stop, this.registry::stop, this.postgres::stop));
	}

	/**
	 * Stops every part and removes the stack's files.
	 */
	public void discard() {
		close();
		this.state.delete();
	}

}
