package io.bgvbridge.gateway.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where dead letters come back to.
 */
@GatewayTest
class RedriveTopicsTests {

	@Autowired
	private KafkaListenerEndpointRegistry listeners;

	@ParameterizedTest
	@ValueSource(strings = { Topics.VERIFICATION_UPDATED, Topics.WORK_REPORTED, Topics.ASHBY_UPDATE_DELIVERED })
	void areReadByTheListenerThatCouldNotTakeThem(String topic) {
		List<List<String>> all = this.listeners.getListenerContainers()
			.stream()
			.map((container) -> Arrays.asList(Objects.requireNonNull(container.getContainerProperties().getTopics())))
			.filter((topics) -> topics.contains(topic))
			.toList();
		assertThat(all).hasSize(1)
			.first()
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
			.contains(Topics.redrive(topic, Topics.GATEWAY));
	}

}
