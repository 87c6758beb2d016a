package io.bgvbridge.messaging.avro;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which schema registry is used, and which client library speaks to it. This class is the
 * only one that knows the two libraries, both by name.
 *
 * @param url the registry's address: for {@code apicurio} its own API
 * ({@code .../apis/registry/v3}), for {@code confluent} any Confluent-compatible one
 * @param client the client library
 */
@Validated
@ConfigurationProperties("bgv.schema-registry")
public record RegistryProperties(@NotBlank String url, @DefaultValue("apicurio") Client client) {

	/**
	 * A registry client library.
	 */
	public enum Client {

		/** Apicurio's, on Maven Central. */
		APICURIO,
		/** Confluent's; needs the Maven profile {@code confluent}. */
		CONFLUENT

	}

	Map<String, Object> settings() {
		return switch (this.client) {
			// Dereferenced, because each topic's schema is registered whole; otherwise
			// its
			// enums are looked for as artifacts of their own. Fault-tolerant refresh with
			// a
			// long period: a schema never changes under its id, so a registry that is
			// away
			// must not fail records that were read before.
			case APICURIO -> Map.of("apicurio.registry.url", this.url, "apicurio.registry.http.adapter", "JDK",
					"apicurio.registry.auto-register", false, "apicurio.registry.dereference-schema", true,
					"apicurio.registry.use-id", "contentId", "apicurio.registry.fault-tolerant-refresh", true,
					"apicurio.registry.check-period-ms", 24 * 60 * 60 * 1000L, "apicurio.registry.retry-count", 0,
					"apicurio.registry.use-specific-avro-reader", true);
			case CONFLUENT ->
				Map.of("schema.registry.url", this.url, "auto.register.schemas", false, "specific.avro.reader", true);
		};
	}

	Serializer<Object> serializer() {
		return instance(switch (this.client) {
			case APICURIO -> "io.apicurio.registry.serde.avro.AvroKafkaSerializer";
			case CONFLUENT -> "io.confluent.kafka.serializers.KafkaAvroSerializer";
		});
	}

	Deserializer<Object> deserializer() {
		return instance(switch (this.client) {
			case APICURIO -> "io.apicurio.registry.serde.avro.AvroKafkaDeserializer";
			case CONFLUENT -> "io.confluent.kafka.serializers.KafkaAvroDeserializer";
		});
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	private static <T> T instance(String className) {
		try {
			return (T) Utils.newInstance(className, Object.class);
		}
		catch (ClassNotFoundException ex) {
			throw new KafkaException(className + " is not on the class path; build with the Maven profile confluent",
					ex);
		}
	}

}
