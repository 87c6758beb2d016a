package io.bgvbridge.gateway;

import java.time.Duration;
import java.util.Map;

import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.messaging.avro.AvroWithoutRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/**
 * What stands in for Kafka and the registry: a producer that remembers, and the wire
 * format alone.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestGateway {

	@Bean
	@Primary
	AvroRecords avroWithoutRegistry() {
		return AvroWithoutRegistry.records();
	}

	@Bean
	MockProducer<String, byte[]> published() {
		return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {

			@Override
			public void close() {
				// The template closes what its factory does not share.
			}

			@Override
			public void close(Duration timeout) {
				// As above.
			}

		};
	}

	@Bean
	DeadTopics deadTopics() {
		return new DeadTopics();
	}

	@Bean
	KafkaTemplate<String, byte[]> kafkaTemplate(MockProducer<String, byte[]> published) {
		return new KafkaTemplate<>(new ProducerFactory<String, byte[]>() {

			@Override
			public Producer<String, byte[]> createProducer() {
				return published;
			}

			@Override
			public Map<String, Object> getConfigurationProperties() {
				return Map.of();
			}

		});
	}

}
