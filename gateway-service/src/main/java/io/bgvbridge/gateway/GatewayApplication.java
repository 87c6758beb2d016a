package io.bgvbridge.gateway;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.WrittenTopics;
import io.bgvbridge.schemas.Topics;
import org.apache.avro.Schema;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * The gateway service.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

	private static final Set<String> WRITTEN = Set.of(Topics.VERIFICATION_REQUESTED,
			Topics.VERIFICATION_CANCEL_REQUESTED, Topics.OPERATION_REQUESTED, Topics.ASHBY_WEBHOOK_RECEIVED,
			Topics.PROVIDER_CALLBACK_RECEIVED, Topics.CONNECTION_CHANGED);

	/**
	 * Starts the service.
	 * @param arguments Spring Boot's command line
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(GatewayApplication.class, arguments);
	}

	@Bean
	WrittenTopics writtenTopics() {
		Map<String, Schema> schemas = Topics.all()
			.stream()
			.filter((topic) -> WRITTEN.contains(topic.name()))
			.collect(Collectors.toMap(Topics.Topic::name, Topics.Topic::schema));
		return new WrittenTopics(schemas);
	}

}
