package io.bgvbridge.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the service listens to.
 */
class ListenedTopicsTests extends RunningService {

	@Autowired
	private KafkaListenerEndpointRegistry listeners;

	@Test
	void deadLettersComeBackToTheListenerThatCouldNotTakeThem() {
		List<List<String>> topics = this.listeners.getListenerContainers()
			.stream()
			.map((container) -> Arrays.asList(Objects.requireNonNull(container.getContainerProperties().getTopics())))
			.toList();
		assertThat(topics).containsExactlyInAnyOrderElementsOf(Topics.all()
			.stream()
			.filter((topic) -> topic.readers().contains(Topics.VERIFICATION))
			.map((topic) -> Stream.of(topic.name(), Topics.redrive(topic.name(), Topics.VERIFICATION)).toList())
			.toList());
	}

}
