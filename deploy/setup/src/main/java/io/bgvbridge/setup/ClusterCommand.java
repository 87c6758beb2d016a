package io.bgvbridge.setup;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code setup cluster}: topics and schemas.
 */
@Command(name = "cluster", mixinStandardHelpOptions = true,
		description = { "Creates the topics and registers the schemas that the services need.",
				"Run it before each start of a new release: it changes what differs, and never shrinks retention or"
						+ " partitions." })
final class ClusterCommand implements Callable<Integer> {

	@Option(names = "--bootstrap-servers", required = true, paramLabel = "HOST:PORT",
			defaultValue = "${env:BGV_KAFKA_BOOTSTRAP_SERVERS}",
			description = "Kafka; default: BGV_KAFKA_BOOTSTRAP_SERVERS.")
	private String bootstrapServers = "";

	@Option(names = "--registry", required = true, paramLabel = "URL",
			defaultValue = "${env:BGV_SCHEMA_REGISTRY_CONFLUENT_URL}",
			description = { "The registry's Confluent-compatible API, such as http://registry:8080/apis/ccompat/v7;",
					"default: BGV_SCHEMA_REGISTRY_CONFLUENT_URL." })
	private @Nullable URI registry;

	@Option(names = "--replicas", paramLabel = "N", defaultValue = "${env:BGV_KAFKA_REPLICAS:-1}",
			description = "On how many brokers each record is kept: 3 in production; default: BGV_KAFKA_REPLICAS, or 1.")
	private int replicas = 1;

	@Option(names = "--time-out", paramLabel = "TIME", defaultValue = "30s", converter = Time.class,
			description = "How long each answer of Kafka and the registry is waited for, such as 30s (default) or 2m.")
	private Duration timeOut = Duration.ofSeconds(30);

	@Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
	private boolean dryRun;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		TopicSetup topics = new TopicSetup(this.bootstrapServers, this.replicas, this.timeOut);
		SchemaSetup schemas = new SchemaSetup(Objects.requireNonNull(this.registry), this.timeOut);
		if (this.dryRun) {
			topics.plan().forEach((step) -> say(step.words()));
			schemas.plan().forEach(this::register);
			say("nothing was changed (--dry-run)");
		}
		else {
			topics.apply((step) -> say(step.words()));
			schemas.apply(this::register);
			say("topics and schemas are set up");
		}
		return CommandLine.ExitCode.OK;
	}

	private void register(String subject) {
		say("register a schema for " + subject);
	}

	private void say(String line) {
		Objects.requireNonNull(this.spec).commandLine().getOut().println("setup: " + line);
	}

	/**
	 * Reads times such as 30s.
	 */
	static final class Time implements ITypeConverter<Duration> {

		@Override
		public Duration convert(String value) {
			try {
				return Duration.parse("PT" + value);
			}
			catch (DateTimeParseException ex) {
				throw new TypeConversionException("'" + value + "' is no time such as 30s or 2m");
			}
		}

	}

}
