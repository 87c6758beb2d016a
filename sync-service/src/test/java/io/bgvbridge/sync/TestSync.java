package io.bgvbridge.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMacConfig;
import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.messaging.avro.LocalAvro;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.apache.kafka.clients.producer.Producer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * What stands in for the outside of the service.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestSync {

	@Bean(destroyMethod = "close")
	static EmbeddedPostgres postgres() throws IOException {
		return EmbeddedPostgres.builder().start();
	}

	@Bean
	static DynamicPropertyRegistrar places(EmbeddedPostgres postgres, ReportDoor reports) {
		return (registry) -> {
			registry.add("BGV_DATABASE_URL", () -> postgres.getJdbcUrl("postgres", "postgres"));
			registry.add("BGV_VERIFICATION_URL", reports::baseUrl);
		};
	}

	/**
	 * What must be there before any bean is. Addresses are told again by whoever listens
	 * there.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class Environment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("BGV_DATABASE_URL=jdbc:postgresql://localhost:1/later", "BGV_DATABASE_USER=postgres",
						"BGV_DATABASE_PASSWORD=postgres", "BGV_VERIFICATION_URL=http://localhost:1",
						"BGV_KEYSET_FILE=" + keyset(PredefinedAeadParameters.AES256_GCM),
						"BGV_CALL_TOKEN_KEYSET_FILE=" + keyset(token()))
				.applyTo(context);
		}

	}

	@Bean(destroyMethod = "close")
	static ReportDoor reportDoor() {
		return new ReportDoor();
	}

	@Bean
	@Primary
	AvroRecords localAvro() {
		return LocalAvro.records();
	}

	@Bean
	Published published() {
		return new Published();
	}

	@Bean
	KafkaTemplate<String, byte[]> kafkaTemplate(Published published) {
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

	private static Parameters token() {
		try {
			return JwtHmacParameters.builder()
				.setKeySizeBytes(32)
				.setAlgorithm(JwtHmacParameters.Algorithm.HS256)
				.setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
				.build();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path keyset(Parameters parameters) {
		try {
			AeadConfig.register();
			JwtMacConfig.register();
			Path file = Files.createTempFile("keyset", ".json");
			file.toFile().deleteOnExit();
			return Files.writeString(file, TinkJsonProtoKeysetFormat
				.serializeKeyset(KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
