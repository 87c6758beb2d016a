package io.bgvbridge.sync;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class ListenedTopicsTests {

	@Autowired
	private KafkaListenerEndpointRegistry listeners;

	@Test
	void areThoseThatAreMeantForThisServiceAndTheirRedrives() {
		List<String> wanted = Topics.all()
			.stream()
			.filter((topic) -> topic.readers().contains(Topics.SYNC))
			.flatMap((topic) -> Stream.of(topic.name(), Topics.redrive(topic.name(), Topics.SYNC)))
			.toList();

		assertThat(this.listeners.getListenerContainers())
			.flatMap((container) -> Arrays.asList(container.getContainerProperties().getTopics()))
			.containsExactlyInAnyOrderElementsOf(wanted);
		assertThat(this.listeners.getListenerContainers()).extracting((container) -> container.getGroupId())
			.containsOnly("sync-service");
	}

}
