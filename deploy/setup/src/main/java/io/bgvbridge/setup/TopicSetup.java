package io.bgvbridge.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Brings a cluster's topics to what {@link io.bgvbridge.schemas.Topics} says. Can be done
 * again and again; nothing that is there is shrunk.
 */
public final class TopicSetup {

	private final String bootstrapServers;

	private final short replicas;

	private final Duration timeOut;

	/**
	 * A set-up of one cluster.
	 * @param bootstrapServers where the cluster is
	 * @param replicas on how many brokers each record is kept
	 * @param timeOut how long an answer is waited for
	 */
	public TopicSetup(String bootstrapServers, int replicas, Duration timeOut) {
		this.timeOut = timeOut;
		this.bootstrapServers = bootstrapServers;
		this.replicas = (short) replicas;
	}

	/**
	 * What {@link #apply} would do now. Changes nothing.
	 * @return the steps; empty if all is there
	 * @throws SetUpFailure if the cluster refuses or is not there
	 */
	public List<Step> plan() {
		return withAdmin(TopicSetup::steps);
	}

	/**
	 * Does what is to be done.
	 * @param told hears of each step before it is done
	 * @throws SetUpFailure if the cluster refuses or is not there
	 */
	public void apply(Consumer<Step> told) {
		withAdmin((admin) -> {
			List<Step> steps = steps(admin);
			steps.forEach(told);
			apply(admin, steps);
			return steps;
		});
	}

	private static List<Step> steps(Admin admin) throws ExecutionException, InterruptedException {
		Collection<String> names = admin.listTopics().names().get();
		List<String> ours = TopicPlan.wanted().keySet().stream().filter(names::contains).toList();
		Map<String, TopicDescription> topics = admin.describeTopics(ours).allTopicNames().get();
		Map<ConfigResource, Config> settings = admin.describeConfigs(ours.stream().map(TopicSetup::resource).toList())
			.all()
			.get();
		Map<String, TopicPlan.Present> present = new HashMap<>();
		topics.forEach((name, topic) -> present.put(name, new TopicPlan.Present(topic.partitions().size(),
				values(Objects.requireNonNull(settings.get(resource(name)))))));
		return TopicPlan.from(present);
	}

	private void apply(Admin admin, List<Step> steps) throws ExecutionException, InterruptedException {
		List<NewTopic> missing = new ArrayList<>();
		Map<String, NewPartitions> grown = new HashMap<>();
		Map<ConfigResource, Collection<AlterConfigOp>> changed = new HashMap<>();
		for (Step step : steps) {
			switch (step) {
				case Step.Create create -> missing
					.add(new NewTopic(create.topic(), create.partitions(), this.replicas).configs(create.settings()));
				case Step.Grow grow -> grown.put(grow.topic(), NewPartitions.increaseTo(grow.to()));
				case Step.Change change -> changed
					.computeIfAbsent(resource(change.topic()), (resource) -> new ArrayList<>())
					.add(new AlterConfigOp(new ConfigEntry(change.setting(), change.to()), AlterConfigOp.OpType.SET));
				case Step.Refuse refuse -> {
				}
			}
		}
		admin.createTopics(missing).all().get();
		admin.createPartitions(grown).all().get();
		admin.incrementalAlterConfigs(changed).all().get();
	}

	private List<Step> withAdmin(Asked asked) {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.bootstrapServers, "default.api.timeout.ms",
				(int) this.timeOut.toMillis(), "request.timeout.ms", (int) this.timeOut.toMillis()))) {
			return asked.of(admin);
		}
		catch (ExecutionException ex) {
			throw new SetUpFailure("The topics at " + this.bootstrapServers + " cannot be set up: " + ex.getCause(),
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SetUpFailure("Interrupted while the topics were set up.", ex);
		}
	}

	private static ConfigResource resource(String topic) {
		return new ConfigResource(ConfigResource.Type.TOPIC, topic);
	}

	private static Map<String, String> values(Config settings) {
		return settings.entries()
			.stream()
			.filter((entry) -> entry.value() != null)
			.collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
	}

	/**
	 * Asks a cluster something.
	 */
	@FunctionalInterface
	private interface Asked {

		List<Step> of(Admin admin) throws ExecutionException, InterruptedException;

	}

}
