package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.util.List;

/**
 * A stack of containers with the images and settings of {@code docker-compose.yml}. They
 * are removed when it is discarded.
 */
final class ContainerStack implements Stack {

	private final StateDirectory state;

	private final Ports ports;

	private final Secrets secrets;

	private final ContainerPart kafka;

	private final ContainerPart registry;

	private final ContainerPart postgres;

	ContainerStack(StateDirectory state, Ports ports) {
		this.state = state;
		this.ports = ports;
		this.secrets = Secrets.of(state);
		ContainerParts parts = new ContainerParts(ComposeFile.ofCheckout(), state, ports, this.secrets);
		this.kafka = parts.kafka();
		this.registry = parts.registry();
		this.postgres = parts.postgres();
	}

	@Override
	public void start(Progress progress) {
		this.ports.requireFree();
		try {
			Together.run(List.of(() -> progress.timed("PostgreSQL", this.postgres::start),
					() -> progress.timed("Kafka", this::startKafka),
					() -> progress.timed("the schema registry", this::startRegistry)));
		}
		catch (StackFailure ex) {
			remove();
			throw ex;
		}
	}

	private void startKafka() {
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
		return new KafkaProbe(this.ports.of(Port.KAFKA)).bootstrapServers();
	}

	@Override
	public URI registryApi() {
		return URI.create("http://127.0.0.1:" + this.ports.of(Port.REGISTRY) + "/apis/registry/v3");
	}

	@Override
	public URI confluentApi() {
		return URI.create("http://127.0.0.1:" + this.ports.of(Port.REGISTRY) + "/apis/ccompat/v7");
	}

	@Override
	public Database database(Service service) {
		return ContainerParts.database(service, this.ports, this.secrets);
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
		remove();
		this.state.delete();
	}

	private void remove() {
		Together.run(List.of(this.kafka::remove, this.registry::remove, this.postgres::remove));
	}

}
