package io.bgvbridge.setup;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicPlanTests {

	private static final String UPDATED = Topics.VERIFICATION_UPDATED;

	private final Map<String, TopicPlan.Present> present = TopicPlan.wanted()
		.entrySet()
		.stream()
		.collect(Collectors.toMap(Map.Entry::getKey,
				(topic) -> new TopicPlan.Present(Topics.PARTITIONS, topic.getValue())));

	@Test
	void hasAStepForEveryTopicOfAnEmptyCluster() {
		List<Step> steps = TopicPlan.from(Map.of());

		assertThat(steps).allMatch((step) -> step instanceof Step.Create)
			.extracting(Step::words)
			.contains("create bgv.operation-requested.v1 with 6 partitions",
					"create bgv.operation-requested.v1.sync-service.dlt with 6 partitions",
					"create bgv.operation-requested.v1.sync-service.redrive with 6 partitions");
		assertThat(steps).hasSize(Topics.all().stream().mapToInt((topic) -> 1 + 2 * topic.readers().size()).sum());
	}

	@Test
	void isEmptyWhereAllIsThere() {
		this.present.put("of somebody else", new TopicPlan.Present(1, Map.of()));

		assertThat(TopicPlan.from(this.present)).isEmpty();
	}

	@Test
	void bringsASettingBack() {
		set("retention.ms", Long.toString(Duration.ofDays(1).toMillis()));

		assertThat(TopicPlan.from(this.present)).containsExactly(
				new Step.Change(UPDATED, "retention.ms", "86400000", Long.toString(Duration.ofDays(365).toMillis())));
	}

	@Test
	void refusesToKeepRecordsForAShorterTime() {
		set("retention.ms", Long.toString(Duration.ofDays(730).toMillis()));

		assertThat(TopicPlan.from(this.present)).singleElement()
			.satisfies((step) -> assertThat(step).isInstanceOf(Step.Refuse.class))
			.extracting(Step::words)
			.asString()
			.contains("730 days", "365 days");
	}

	@Test
	void refusesToForgetWhatIsKeptForEver() {
		set("retention.ms", "-1");

		assertThat(TopicPlan.from(this.present)).singleElement().isInstanceOf(Step.Refuse.class);
	}

	@Test
	void refusesToDeleteByAgeWhatIsCompacted() {
		set("cleanup.policy", "compact");

		assertThat(TopicPlan.from(this.present)).singleElement().isInstanceOf(Step.Refuse.class);
	}

	@Test
	void growsPartitionsAndKeepsMore() {
		Map<String, String> settings = TopicPlan.wanted().get(UPDATED);
		this.present.put(UPDATED, new TopicPlan.Present(3, settings));
		assertThat(TopicPlan.from(this.present)).containsExactly(new Step.Grow(UPDATED, 3, 6));

		this.present.put(UPDATED, new TopicPlan.Present(12, settings));
		assertThat(TopicPlan.from(this.present)).singleElement().isInstanceOf(Step.Refuse.class);
	}

	private void set(String setting, String value) {
		Map<String, String> settings = new HashMap<>(TopicPlan.wanted().get(UPDATED));
		settings.put(setting, value);
		this.present.put(UPDATED, new TopicPlan.Present(Topics.PARTITIONS, settings));
	}

}
