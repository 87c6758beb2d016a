package io.bgvbridge.messaging;

import java.util.Objects;

import javax.sql.DataSource;

import io.bgvbridge.messaging.avro.AvroMessageConverter;
import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.messaging.avro.KnownSchemas;
import io.bgvbridge.messaging.avro.RegistryProperties;
import io.bgvbridge.messaging.consumer.ConsumerErrors;
import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.outbox.AcknowledgedPublisher;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.messaging.outbox.OutboxMetrics;
import io.bgvbridge.messaging.outbox.OutboxRelay;
import io.bgvbridge.messaging.sealing.CallTokens;
import io.bgvbridge.messaging.sealing.KeyedHashes;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.messaging.trace.Traces;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;

/**
 * Gives every service the same mechanism, from its properties.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
		afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@EnableConfigurationProperties({ MessagingProperties.class, RegistryProperties.class })
class MessagingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AvroRecords avroRecords(RegistryProperties properties) {
		return AvroRecords.connect(properties);
	}

	@Bean
	KnownSchemas knownSchemas(AvroRecords records, WrittenTopics written) {
		return new KnownSchemas(records, written.schemas());
	}

	@Bean
	SchemaGate schemaGate(KnownSchemas schemas) {
		return new SchemaGate(schemas);
	}

	@Bean
	HealthIndicator schemaRegistryHealthIndicator(KnownSchemas schemas) {
		return new RegistryHealth(schemas);
	}

	@Bean
	AvroMessageConverter avroMessageConverter(AvroRecords records) {
		return new AvroMessageConverter(records);
	}

	@Bean
	CommonErrorHandler consumerErrors(KafkaTemplate<String, byte[]> template, Environment environment) {
		return ConsumerErrors.policy(template, environment.getRequiredProperty("spring.application.name"));
	}

	@Bean
	Inbox inbox(JdbcClient jdbc) {
		return new Inbox(jdbc);
	}

	@Bean
	Outbox outbox(JdbcClient jdbc, AvroRecords records, Traces traces) {
		return new Outbox(jdbc, records, traces);
	}

	@Bean
	OutboxMetrics outboxMetrics(JdbcClient jdbc) {
		return new OutboxMetrics(jdbc);
	}

	@Bean
	OutboxRelay outboxRelay(DataSource database, KafkaTemplate<String, byte[]> kafka, MessagingProperties properties,
			Traces traces) {
		return new OutboxRelay(database, kafka, properties.outboxPoll(), traces);
	}

	@Bean
	AcknowledgedPublisher acknowledgedPublisher(KafkaTemplate<String, byte[]> kafka, AvroRecords records,
			MessagingProperties properties) {
		return new AcknowledgedPublisher(kafka, records, properties.publishTimeout());
	}

	@Bean
	Sealing sealing(MessagingProperties properties) {
		return new Sealing(properties.keysetFile());
	}

	@Bean
	@ConditionalOnProperty("bgv.call-token-keyset-file")
	CallTokens callTokens(MessagingProperties properties) {
		return new CallTokens(Objects.requireNonNull(properties.callTokenKeysetFile()));
	}

	@Bean
	@ConditionalOnProperty("bgv.hash-keyset-file")
	KeyedHashes keyedHashes(MessagingProperties properties) {
		return new KeyedHashes(Objects.requireNonNull(properties.hashKeysetFile()));
	}

}
