package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Kafka broker that is its own controller (KRaft), on the loopback address, with its
 * data in the stack's folder.
 */
final class KafkaBroker {

	private static final Duration FORMAT_LIMIT = Duration.ofSeconds(60);

	private static final String CLUSTER = "5L6g3nShT-eMCtK--X86sw";

	private static final String SETTINGS = """
			process.roles=broker,controller
			node.id=1
			controller.quorum.voters=1@127.0.0.1:${controller}
			listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
			inter.broker.listener.name=PLAINTEXT
			controller.listener.names=CONTROLLER
			listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
			log.dirs=${data}
			auto.create.topics.enable=false
			default.replication.factor=1
			offsets.topic.replication.factor=1
			offsets.topic.num.partitions=4
			transaction.state.log.replication.factor=1
			transaction.state.log.min.isr=1
			transaction.state.log.num.partitions=2
			share.coordinator.state.topic.replication.factor=1
			share.coordinator.state.topic.min.isr=1
			share.coordinator.state.topic.num.partitions=2
			group.initial.rebalance.delay.ms=0
			broker.session.timeout.ms=3000
			broker.heartbeat.interval.ms=500
			num.network.threads=2
			num.io.threads=4
			log.cleaner.dedupe.buffer.size=8388608
			""";

	private static final String LOGGING = """
			rootLogger.level=INFO
			rootLogger.appenderRef.out.ref=OUT
			appender.out.type=Console
			appender.out.name=OUT
			appender.out.layout.type=PatternLayout
			appender.out.layout.pattern=%d{HH:mm:ss.SSS} %p %c{1} %m%n
			logger.config.name=org.apache.kafka.common.config
			logger.config.level=WARN
			""";

	private final StateDirectory state;

	private final Path folder;

	private final String classpath;

	private final Ports ports;

	KafkaBroker(StateDirectory state, String classpath, Ports ports) {
		this.state = state;
		this.folder = state.path().resolve("kafka");
		this.classpath = classpath;
		this.ports = ports;
	}

	String bootstrapServers() {
		return probe().bootstrapServers();
	}

	Part part() {
		return new Child(new Launch("Kafka", command("kafka.Kafka", settings().toString()), Map.of(),
				this.state.log("kafka"), probe()::answers, Duration.ofSeconds(90), Signal.TERM));
	}

	/**
	 * Writes the broker's settings, and formats its storage unless that was done.
	 */
	void initialise() {
		try {
			Files.createDirectories(this.folder);
			Files.writeString(settings(),
					SETTINGS.replace("${port}", Integer.toString(this.ports.of(Port.KAFKA)))
						.replace("${controller}", Integer.toString(this.ports.of(Port.KAFKA_CONTROLLER)))
						.replace("${data}", data().toString()));
			Files.writeString(logging(), LOGGING);
		}
		catch (IOException ex) {
			throw new StackFailure("Kafka's settings cannot be written: " + ex.getMessage(), ex);
		}
		if (!Files.exists(data().resolve("meta.properties"))) {
			new Tool("Kafka's StorageTool", this.state.log("kafka-format"), FORMAT_LIMIT)
				.run(command("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings().toString()));
		}
	}

	private List<String> command(String main, String... arguments) {
		List<String> command = Jvm.command("256m",
				List.of("-Dlog4j2.configurationFile=" + logging(), "-cp", this.classpath, main));
		command.addAll(List.of(arguments));
		return command;
	}

	private Path settings() {
		return this.folder.resolve("server.properties");
	}

	private Path logging() {
		return this.folder.resolve("log4j2.properties");
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	private KafkaProbe probe() {
		return new KafkaProbe(this.ports.of(Port.KAFKA));
	}

}
