package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.testcontainers.containers.GenericContainer;

/**
 * A stack of containers with the images and settings of {@code docker-compose.yml}; only
 * the addresses, the passwords and a few time-outs are its own.
 */
final class ContainerStack implements Stack {

	/** So that a killed broker is taken back soon, as by the embedded stack. */
	private static final Map<String, String> QUICK = Map.of("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000",
			"KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500", "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

	private final ComposeFile compose = ComposeFile.ofCheckout();

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
		this.kafka = kafka(new KafkaProbe(ports.of(Port.KAFKA)));
		this.registry = registry();
		this.postgres = postgres();
	}

	/**
	 * The broker listens on one port number inside and outside, so that the address that
	 * it gives out holds for itself too.
	 */
	private ContainerPart kafka(KafkaProbe probe) {
		ComposeService service = this.compose.service("kafka")
			.with(QUICK)
			.with(Map.of("KAFKA_LISTENERS", "PLAINTEXT://:" + probe.port() + ",CONTROLLER://:9093",
					"KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + probe.bootstrapServers()));
		return part("Kafka", service, service.container(Map.of(probe.port(), probe.port())), probe::answers);
	}

	private ContainerPart registry() {
		URI health = URI.create("http://127.0.0.1:" + this.ports.of(Port.REGISTRY_MANAGEMENT) + "/health/ready");
		ComposeService service = this.compose.service("registry");
		return part("the schema registry", service, service
			.container(Map.of(8080, this.ports.of(Port.REGISTRY), 9000, this.ports.of(Port.REGISTRY_MANAGEMENT))),
				() -> Http.healthy(health));
	}

	private ContainerPart postgres() {
		ComposeService service = this.compose.service("postgres")
			.with(Map.of("POSTGRES_PASSWORD", this.secrets.databasePassword(), "BGV_DATABASE_PASSWORD",
					this.secrets.databasePassword()));
		GenericContainer<?> container = service.container(Map.of(5432, this.ports.of(Port.POSTGRES)))
			.withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off");
		return part("PostgreSQL", service, container,
				() -> Arrays.stream(Service.values()).map(this::database).allMatch(ContainerStack::answers));
	}

	private ContainerPart part(String name, ComposeService service, GenericContainer<?> container,
			BooleanSupplier ready) {
		return new ContainerPart(name, container, this.state.log(service.name()), ready);
	}

	private static boolean answers(Database database) {
		try (Connection connection = DriverManager.getConnection(
				database.url() + "?connectTimeout=2&loginTimeout=5&socketTimeout=20", database.user(),
				database.password())) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
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
		return new Database("jdbc:postgresql://127.0.0.1:" + this.ports.of(Port.POSTGRES) + "/" + service.database(),
				service.database(), this.secrets.databasePassword());
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
