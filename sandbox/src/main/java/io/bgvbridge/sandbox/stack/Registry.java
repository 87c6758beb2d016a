package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An Apicurio Registry on the loopback address. It keeps its schemas in an H2 file of the
 * stack's folder, not in the stack's PostgreSQL, so that a test can take away either one
 * alone.
 */
final class Registry {

	private final StateDirectory state;

	private final Path jar;

	private final Ports ports;

	Registry(StateDirectory state, Path jar, Ports ports) {
		this.state = state;
		this.jar = jar;
		this.ports = ports;
	}

	Part part() {
		Path folder = this.state.path().resolve("registry");
		List<String> flags = List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
				"-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + this.ports.of(Port.REGISTRY),
				"-Dquarkus.management.host=127.0.0.1",
				"-Dquarkus.management.port=" + this.ports.of(Port.REGISTRY_MANAGEMENT),
				"-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("schemas") + ";WRITE_DELAY=0",
				"-Dapicurio.datasource.jdbc.initial-size=2", "-Dapicurio.datasource.jdbc.min-size=2",
				"-Dapicurio.datasource.jdbc.max-size=20", "-Dapicurio.import.work-dir=" + folder,
				"-Dapicurio.storage.snapshot.location=" + folder, "-jar", this.jar.toString());
		URI health = URI.create("http://127.0.0.1:" + this.ports.of(Port.REGISTRY_MANAGEMENT) + "/health/ready");
		return new Child(new Launch("the schema registry", Jvm.command("256m", flags), Map.of(),
				this.state.log("registry"), () -> Http.healthy(health), Duration.ofSeconds(90), Signal.TERM));
	}

	URI api() {
		return base().resolve("/apis/registry/v3");
	}

	URI confluentApi() {
		return base().resolve("/apis/ccompat/v7");
	}

	private URI base() {
		return URI.create("http://127.0.0.1:" + this.ports.of(Port.REGISTRY));
	}

}
