package io.bgvbridge.verification;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.messaging.avro.RecordsWithoutRegistry;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.messaging.work.Worker;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkReported;
import io.bgvbridge.verification.connection.ConnectionEvents;
import io.bgvbridge.verification.connection.ConnectionEventsConfiguration;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole service on a real PostgreSQL, with neither Kafka nor a registry: events are
 * handed to its listeners, what it publishes is read from the outbox, and its worker does
 * one piece of work whenever a test says so. Whatever a test does, nothing personal and
 * no secret is logged or published in clear.
 */
@SpringBootTest(classes = { VerificationApplication.class, RunningService.Parts.class })
@AutoConfigureMockMvc
public abstract class RunningService {

	public static final String FIRST_NAME = "Plantedasha";

	public static final String LAST_NAME = "Plantedrao";

	public static final String EMAIL = "planted.mail@example.com";

	public static final String PHONE = "+91 98765 43210";

	private static final List<String> PLANTED = List.of(FIRST_NAME, LAST_NAME, "planted.mail", "98765",
			ConnectionEvents.API_KEY, ConnectionEvents.API_TOKEN);

	/** A day between two claims: a test grants each by itself. */
	private static final double ONE_A_DAY = 1.0 / 86_400;

	@TestBean
	AvroRecords avroRecords;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected RecordingProvider provider;

	@Autowired
	protected ConnectionEvents connections;

	@Autowired
	protected Sealing sealing;

	@Autowired
	protected AvroRecords records;

	@Autowired
	private Worker worker;

	protected PlantedLog log;

	static AvroRecords avroRecords() {
		return RecordsWithoutRegistry.create();
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", TestDatabase::url);
		registry.add("spring.datasource.username", () -> "postgres");
		registry.add("spring.datasource.password", () -> "postgres");
		registry.add("spring.kafka.bootstrap-servers", () -> "localhost:1");
		registry.add("spring.kafka.listener.auto-startup", () -> "false");
		registry.add("management.server.port", () -> "-1");
		registry.add("bgv.keyset-file", () -> TestKeysets.sealing().toString());
		registry.add("bgv.call-token-keyset-file", () -> TestKeysets.callTokens().toString());
		registry.add("bgv.hash-keyset-file", () -> TestKeysets.hashes().toString());
		registry.add("bgv.schema-registry.url", () -> "http://localhost:1");
		registry.add("bgv.outbox-poll", () -> "1h");
		registry.add("bgv.work.poll", () -> "1h");
		registry.add("bgv.work.call-timeout", () -> "30s");
		registry.add("bgv.connection.provider-calls-per-second", () -> ONE_A_DAY);
		registry.add("bgv.connection.provider-in-flight", () -> "1");
		registry.add("bgv.connection.ashby-calls-per-second", () -> ONE_A_DAY);
		registry.add("bgv.connection.ashby-in-flight", () -> "1");
	}

	@BeforeEach
	void startFromNothing() {
		this.worker.stop();
		this.jdbc
			.sql("truncate inbox, outbox, work, work_budget, connection, verification, attempt, merged_candidate,"
					+ " erased_candidate, sweep, provider_alias, early_callback, provider_sighting")
			.update();
		this.provider.reset();
		this.log = new PlantedLog();
	}

	@AfterEach
	void tellsNothingPersonal() {
		this.log.close();
		this.log.holdsNone(PLANTED);
		String published = this.jdbc.sql("select record_key || ' ' || encode(record_value, 'escape') from outbox")
			.query(String.class)
			.list()
			.toString();
		assertThat(PLANTED).allSatisfy((word) -> assertThat(published).doesNotContainIgnoringCase(word));
	}

	/** A connection whose first permits are used up. */
	protected UUID connect() {
		return connect("https://provider.example", "https://ashby.example");
	}

	protected UUID connect(String providerUrl, String ashbyUrl) {
		UUID connectionId = UUID.randomUUID();
		change(connectionId, 1, ConnectionStatus.LIVE, providerUrl, ashbyUrl);
		return connectionId;
	}

	protected void change(UUID connectionId, long version, ConnectionStatus status, String providerUrl,
			String ashbyUrl) {
		this.connections.changed(connectionId, version, status, providerUrl, ashbyUrl);
		this.jdbc.sql("update work_budget set next_free_at = 'infinity'").update();
	}

	/** Does one piece of work, which must be wanted, whatever its waiting time. */
	protected void work(UUID subjectId, String kind) {
		Raised raised = this.jdbc.sql("""
				update work set due_at = now() - interval '1 hour', background = false
				where subject_id = ? and kind = ? and wanted > done returning connection_id, side
				""")
			.params(subjectId, kind)
			.query(Raised.class)
			.optional()
			.orElseThrow(() -> new AssertionError(kind + " is not wanted"));
		this.jdbc.sql("update work_budget set next_free_at = now() where connection_id = ? and side = ?")
			.params(raised.connectionId(), raised.side())
			.update();
		this.worker.start();
		await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(30)).until(() -> claimed(raised));
		this.worker.stop();
	}

	private boolean claimed(Raised raised) {
		return this.jdbc.sql("select next_free_at > now() from work_budget where connection_id = ? and side = ?")
			.params(raised.connectionId(), raised.side())
			.query(Boolean.class)
			.single();
	}

	protected boolean isWanted(UUID subjectId, String kind) {
		return this.jdbc.sql("select count(*) from work where subject_id = ? and kind = ? and wanted > done")
			.params(subjectId, kind)
			.query(Integer.class)
			.single() == 1;
	}

	/** Time until work is done again; null if it is not wanted. */
	protected Duration wait(UUID subjectId, String kind) {
		return this.jdbc.sql("""
				select extract(epoch from due_at - now()) * 1000 from work
				where subject_id = ? and kind = ? and wanted > done
				""")
			.params(subjectId, kind)
			.query(Double.class)
			.optional()
			.map((millis) -> Duration.ofMillis(Math.round(millis)))
			.orElse(null);
	}

	protected List<VerificationUpdated> updates(UUID assessmentId) {
		return published(Topics.VERIFICATION_UPDATED, assessmentId, VerificationUpdated.class);
	}

	protected List<WorkReported> reports(UUID assessmentId) {
		return published(Topics.WORK_REPORTED, assessmentId, WorkReported.class);
	}

	protected <T extends SpecificRecord> List<T> published(String topic, UUID key, Class<T> type) {
		return this.jdbc.sql("select record_value from outbox where topic = ? and record_key = ? order by id")
			.params(topic, key.toString())
			.query(byte[].class)
			.list()
			.stream()
			.map((value) -> type.cast(this.records.decode(topic, value)))
			.toList();
	}

	record Raised(UUID connectionId, String side) {

	}

	@TestConfiguration
	@Import(ConnectionEventsConfiguration.class)
	static class Parts {

		@Bean
		RecordingProvider recordingProvider() {
			return new RecordingProvider();
		}

	}

}
