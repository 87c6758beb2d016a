package io.bgvbridge.messaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.messaging.avro.TestRecords;
import io.bgvbridge.messaging.outbox.OutboxRelay;
import io.bgvbridge.messaging.sealing.CallTokens;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkObserver;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.messaging.work.Worker;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.WorkReported;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service begins while Kafka is away; without the registry it waits.
 */
class AutoConfigurationTests {

	private final TestDatabase database = TestDatabase.create();

	private final AtomicBoolean registry = new AtomicBoolean(true);

	@TempDir
	private Path folder;

	private ApplicationContextRunner service = new ApplicationContextRunner();

	@BeforeEach
	void configure() throws Exception {
		AeadConfig.register();
		Path keyset = this.folder.resolve("keyset.json");
		Files.writeString(keyset, TinkJsonProtoKeysetFormat.serializeKeyset(
				KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get()));
		this.service = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
							DataSourceTransactionManagerAutoConfiguration.class, KafkaAutoConfiguration.class))
			.withConfiguration(AutoConfigurations.of(ours()))
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean(DataSource.class, this.database::dataSource)
			.withBean(AvroRecords.class, () -> TestRecords.byHeartWhile(this.registry::get))
			.withBean(WrittenTopics.class,
					() -> new WrittenTopics(Map.of(Topics.WORK_REPORTED, WorkReported.getClassSchema())))
			.withPropertyValues("spring.application.name=sync-service", "spring.kafka.bootstrap-servers=127.0.0.1:1",
					"bgv.schema-registry.url=http://127.0.0.1:1/apis/registry/v3", "bgv.keyset-file=" + keyset);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void startsWithoutKafka() {
		this.service.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context).hasSingleBean(CommonErrorHandler.class)
				.hasSingleBean(Sealing.class)
				.hasSingleBean(WorkQueue.class)
				.doesNotHaveBean(CallTokens.class)
				.doesNotHaveBean(Worker.class);
			assertThat(context.getBean(OutboxRelay.class).isRunning()).isTrue();
			assertThat(context.getBean("schemaRegistryHealthIndicator", HealthIndicator.class).health())
				.satisfies((health) -> assertThat(health.getStatus()).isEqualTo(Status.UP));
		});
	}

	@Test
	void startsNothingThatMakesRecordsBeforeItKnowsEverySchema() throws Exception {
		this.registry.set(false);
		CountDownLatch started = new CountDownLatch(1);
		Thread.ofVirtual().start(() -> this.service.run((context) -> {
			assertThat(context).hasNotFailed();
			started.countDown();
		}));
		assertThat(started.await(3, TimeUnit.SECONDS)).isFalse();
		this.registry.set(true);
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void hasAWorkerWhereWorkIsObserved() {
		this.service.withBean(WorkObserver.class, () -> (item, reason, delay) -> {
		}).withBean(WorkHandler.class, Nothing::new).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(Worker.class).isRunning()).isTrue();
		});
	}

	/** As a service finds them, by the module's own list. */
	private static Class<?>[] ours() {
		return ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.bgvbridge."))
			.map((name) -> ClassUtils.resolveClassName(name, null))
			.toArray(Class<?>[]::new);
	}

	/**
	 * Does nothing.
	 */
	private static final class Nothing implements WorkHandler {

		@Override
		public String kind() {
			return "nothing";
		}

		@Override
		public Outcome handle(WorkItem item) {
			return Outcome.nothing();
		}

	}

}
