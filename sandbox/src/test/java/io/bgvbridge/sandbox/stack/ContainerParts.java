package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.testcontainers.containers.GenericContainer;

/**
 * The parts of a stack as {@code docker-compose.yml} has them; only addresses, passwords
 * and a few time-outs are the stack's own.
 *
 * @param compose the file
 * @param state where the logs go
 * @param ports the ports of this machine that they are reached at
 * @param secrets the passwords
 */
record ContainerParts(ComposeFile compose, StateDirectory state, Ports ports, Secrets secrets) {

	/** So that a killed broker is taken back soon, as by the embedded stack. */
	private static final Map<String, String> QUICK = Map.of("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000",
			"KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500", "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

	/**
	 * The images of all parts.
	 * @return their names and tags
	 */
	static List<String> images() {
		ComposeFile compose = ComposeFile.ofCheckout();
		return Stream.of("kafka", "registry", "postgres").map(compose::service).map(ComposeService::image).toList();
	}

	/**
	 * The broker listens on one port number inside and outside, so that the address that
	 * it gives out holds for itself too.
	 */
	ContainerPart kafka() {
		KafkaProbe probe = new KafkaProbe(this.ports.of(Port.KAFKA));
		ComposeService service = this.compose.service("kafka")
			.with(QUICK)
			.with(Map.of("KAFKA_LISTENERS", "PLAINTEXT://:" + probe.port() + ",CONTROLLER://:9093",
					"KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + probe.bootstrapServers()));
		return part("Kafka", service, service.container(Map.of(probe.port(), probe.port())), probe::answers);
	}

	/**
	 * It keeps its schemas in a file of its container, not in the stack's PostgreSQL, so
	 * that a test can take away either one alone.
	 */
	ContainerPart registry() {
		URI health = URI.create("http://127.0.0.1:" + this.ports.of(Port.REGISTRY_MANAGEMENT) + "/health/ready");
		ComposeService service = this.compose.service("registry")
			.with(Map.of("APICURIO_STORAGE_SQL_KIND", "h2", "APICURIO_DATASOURCE_URL",
					"jdbc:h2:file:/tmp/schemas;WRITE_DELAY=0", "APICURIO_DATASOURCE_USERNAME", "registry",
					"APICURIO_DATASOURCE_PASSWORD", this.secrets.databasePassword()));
		return part("the schema registry", service,
				service.container(
						Map.of(8080, this.ports.of(Port.REGISTRY), 9000, this.ports.of(Port.REGISTRY_MANAGEMENT))),
				() -> Http.healthy(health));
	}

	ContainerPart postgres() {
		ComposeService definition = this.compose.service("postgres")
			.with(Map.of("POSTGRES_PASSWORD", this.secrets.databasePassword(), "BGV_DATABASE_PASSWORD",
					this.secrets.databasePassword()));
		GenericContainer<?> container = definition.container(Map.of(5432, this.ports.of(Port.POSTGRES)))
			.withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off");
		return part("PostgreSQL", definition, container,
				() -> Arrays.stream(Service.values())
					.map((service) -> database(service, this.ports, this.secrets))
					.allMatch(ContainerParts::answers));
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

	static Database database(Service service, Ports ports, Secrets secrets) {
		return new Database("jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + service.database(),
				service.database(), secrets.databasePassword());
	}

}
