package io.bgvbridge.sandbox.stack;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Creates every topic, with its settings and the topics of its dead letters, and brings
 * the settings of those that are there up to date. Can be done again and again.
 */
public final class TopicSetup {

	private static final int MEBIBYTE = 1024 * 1024;

	/**
	 * A dead-letter record is the source record and some headers more, so it may be
	 * longer than the source topic allows.
	 */
	private static final Map<String, String> DEAD_LETTER_SETTINGS = Map.of("cleanup.policy", "delete", "retention.ms",
			Long.toString(Duration.ofDays(7).toMillis()), "max.message.bytes", Integer.toString(2 * MEBIBYTE));

	private final String bootstrapServers;

	private final short replicas;

	/**
	 * A set-up of one cluster.
	 * @param bootstrapServers where the cluster is
	 * @param replicas on how many brokers each record is kept
	 */
	public TopicSetup(String bootstrapServers, int replicas) {
		this.bootstrapServers = bootstrapServers;
		this.replicas = (short) replicas;
	}

	/**
	 * Creates what is missing and sets what is there.
	 * @throws StackFailure if the cluster refuses or is not there
	 */
	public void apply() {
		Map<String, Object> settings = Map.of("bootstrap.servers", this.bootstrapServers, "default.api.timeout.ms",
				30_000);
		try (Admin admin = Admin.create(settings)) {
			Set<String> present = admin.listTopics().names().get();
			List<NewTopic> wanted = Topics.all().stream().flatMap(this::withDeadLetters).toList();
			admin.createTopics(wanted.stream().filter((topic) -> !present.contains(topic.name())).toList()).all().get();
			admin
				.incrementalAlterConfigs(
						changes(wanted.stream().filter((topic) -> present.contains(topic.name())).toList()))
				.all()
				.get();
		}
		catch (ExecutionException ex) {
			throw new StackFailure("The topics cannot be set up: " + ex.getCause(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StackFailure("Interrupted while the topics were set up.", ex);
		}
	}

	private Stream<NewTopic> withDeadLetters(Topic topic) {
		return Stream.concat(Stream.of(topic(topic.name(), topic.settings())),
				Stream.concat(topic.deadLetterTopics(), topic.redriveTopics())
					.map((name) -> topic(name, DEAD_LETTER_SETTINGS)));
	}

	private NewTopic topic(String name, Map<String, String> settings) {
		return new NewTopic(name, Topics.PARTITIONS, this.replicas).configs(settings);
	}

	private static Map<ConfigResource, Collection<AlterConfigOp>> changes(List<NewTopic> topics) {
		Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
		for (NewTopic topic : topics) {
			changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic.configs()
				.entrySet()
				.stream()
				.map((setting) -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET))
				.toList());
		}
		return changes;
	}

}
