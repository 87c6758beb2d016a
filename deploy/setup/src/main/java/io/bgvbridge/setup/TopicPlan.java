package io.bgvbridge.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.Topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done so that a cluster has every topic. Records are never lost by it:
 * what would shrink is refused and left to a person.
 */
final class TopicPlan {

	private static final int MEBIBYTE = 1024 * 1024;

	private static final String CLEANUP = "cleanup.policy";

	private static final String RETENTION = "retention.ms";

	/**
	 * A dead letter is the source record and some headers more, so it may be longer than
	 * the source topic allows.
	 */
	private static final Map<String, String> DEAD_LETTERS = Map.of(CLEANUP, "delete", RETENTION,
			Long.toString(Duration.ofDays(7).toMillis()), "max.message.bytes", Integer.toString(2 * MEBIBYTE));

	private TopicPlan() {
	}

	/**
	 * Every topic with the settings that are ours to say: those with a schema, and the
	 * topics of their dead letters.
	 */
	static Map<String, Map<String, String>> wanted() {
		Map<String, Map<String, String>> wanted = new TreeMap<>();
		for (Topic topic : Topics.all()) {
			wanted.put(topic.name(), topic.settings());
			Stream.concat(topic.deadLetterTopics(), topic.redriveTopics())
				.forEach((name) -> wanted.put(name, DEAD_LETTERS));
		}
		return wanted;
	}

	/**
	 * The steps from what is there to what is wanted.
	 * @param present the cluster's topics, of any name
	 */
	static List<Step> from(Map<String, Present> present) {
		List<Step> steps = new ArrayList<>();
		wanted().forEach((name, settings) -> {
			Present topic = present.get(name);
			if (topic == null) {
				steps.add(new Step.Create(name, Topics.PARTITIONS, settings));
			}
			else {
				partitions(name, topic, steps);
				settings.forEach((setting, value) -> setting(name, topic, setting, value, steps));
			}
		});
		return steps;
	}

	private static void partitions(String name, Present topic, List<Step> steps) {
		if (topic.partitions() < Topics.PARTITIONS) {
			steps.add(new Step.Grow(name, topic.partitions(), Topics.PARTITIONS));
		}
		else if (topic.partitions() > Topics.PARTITIONS) {
			steps.add(new Step.Refuse(name, "it has " + topic.partitions() + " partitions, more than our "
					+ Topics.PARTITIONS + "; they are kept"));
		}
	}

	private static void setting(String name, Present topic, String setting, String value, List<Step> steps) {
		String now = topic.settings().get(setting);
		if (value.equals(now)) {
			return;
		}
		if (setting.equals(RETENTION) && isShorter(value, now)) {
			steps.add(new Step.Refuse(name, "its records are kept for " + days(now) + ", and would be for "
					+ days(value) + "; set retention.ms by hand if that is meant"));
		}
		else if (setting.equals(CLEANUP) && "compact".equals(now)) {
			steps.add(new Step.Refuse(name,
					"it is compacted, and its records would be deleted by age; set cleanup.policy by hand if that is meant"));
		}
		else {
			steps.add(new Step.Change(name, setting, (now != null) ? now : "", value));
		}
	}

	/** A negative retention is for ever. */
	private static boolean isShorter(String value, @Nullable String now) {
		return now != null && Long.compareUnsigned(Long.parseLong(value), Long.parseLong(now)) < 0;
	}

	private static String days(@Nullable String millis) {
		long value = (millis != null) ? Long.parseLong(millis) : -1;
		return (value < 0) ? "ever" : Duration.ofMillis(value).toDays() + " days";
	}

	/**
	 * A topic as it is.
	 *
	 * @param partitions how many it has
	 * @param settings its effective settings
	 */
	record Present(int partitions, Map<String, String> settings) {

	}

}
