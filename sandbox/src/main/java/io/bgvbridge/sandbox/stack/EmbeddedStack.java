package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * A stack of processes on this machine, from artifacts of Maven Central alone. Its
 * processes end when it is closed, when this JVM exits, and when this JVM is killed.
 */
public final class EmbeddedStack implements Stack {

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

	@Override
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
		SetUp.topics(bootstrapServers());
	}

	private void startRegistry() {
		this.registry.start();
		SetUp.schemas(confluentApi());
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

	@Override
	public void discard() {
		close();
		this.state.delete();
	}

}
