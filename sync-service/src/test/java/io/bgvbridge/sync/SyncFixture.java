package io.bgvbridge.sync;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.schemas.AshbyUpdateDelivered;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReported;
import io.bgvbridge.sync.connection.Organisation;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One check, its organisation and its Ashby, and what the service has published of them.
 */
public abstract class SyncFixture {

	protected final AshbyStub ashby = new AshbyStub();

	@Autowired
	protected ApplicationContext service;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected AvroRecords records;

	@Autowired
	protected Published published;

	protected Organisation organisation;

	protected Check check;

	@BeforeEach
	public void begin() {
		this.organisation = new Organisation(this.service);
		this.check = new Check(this.service, this.organisation.connectionId);
	}

	@AfterEach
	public void end() {
		this.organisation.isDeleted(1_000);
		this.ashby.close();
	}

	/** As after a crash: what the present call brings is not recorded. */
	protected void crash(String kind) {
		this.jdbc.sql("""
				update work set claim = gen_random_uuid(), claimed_until = now() - interval '1 second'
				where subject_id = ? and kind = ?
				""").params(this.check.assessmentId, kind).update();
	}

	/** The push is taken away, so that each call is one of the report file's. */
	protected void endsForTheFileOnly(long revision, VerificationState state) {
		this.check.origin = CheckOrigin.AUTO_START;
		this.service.getBean(TransactionOperations.class).executeWithoutResult((status) -> {
			this.check.ends(revision, state, VerificationOutcome.CLEAR);
			this.jdbc.sql("update work set done = wanted where subject_id = ? and kind = 'push'")
				.param(this.check.assessmentId)
				.update();
		});
	}

	protected void connect() {
		this.organisation.changes(1, ConnectionStatus.LIVE, 1, this.ashby.baseUrl(), "key-1");
	}

	protected AshbyUpdateDelivered delivered(long revision) {
		await().until(() -> deliveries().stream().anyMatch((delivery) -> delivery.getRevision() == revision));
		return deliveries().stream().filter((delivery) -> delivery.getRevision() == revision).findFirst().orElseThrow();
	}

	/** No more than these calls, and none is due. */
	protected void assertQuiet(int calls) {
		awaitIdle();
		assertThat(this.ashby.calls()).hasSize(calls);
	}

	protected void awaitIdle() {
		await().until(() -> this.jdbc.sql("""
				select count(*) from work w join work_budget b using (connection_id, side)
				where subject_id = ? and (wanted > done or claim is not null)
					and (b.stopped_version is null or b.stopped_version < b.credentials_version)
				""").param(this.check.assessmentId).query(Long.class).single() == 0);
	}

	protected Object column(String name) {
		return this.jdbc.sql("select " + name + " from assessment where assessment_id = ?")
			.param(this.check.assessmentId)
			.query()
			.singleRow()
			.get(name);
	}

	protected List<String> statuses() {
		return values("assessment_status");
	}

	protected List<String> results() {
		return values("assessment_result");
	}

	protected List<String> values(String member) {
		return this.ashby.accepted().stream().map((update) -> update.path(member).path("value").asString("")).toList();
	}

	protected List<AshbyUpdateDelivered> deliveries() {
		return records(Topics.ASHBY_UPDATE_DELIVERED, this.check.assessmentId, AshbyUpdateDelivered.class);
	}

	protected List<WorkReported> reports(WorkOutcome outcome) {
		return records(Topics.WORK_REPORTED, this.check.assessmentId, WorkReported.class).stream()
			.filter((report) -> report.getOutcome() == outcome)
			.toList();
	}

	protected List<ConnectionObserved> observations() {
		return records(Topics.CONNECTION_OBSERVED, this.organisation.connectionId, ConnectionObserved.class);
	}

	protected <T extends SpecificRecord> List<T> records(String topic, UUID key, Class<T> type) {
		return this.published.history()
			.stream()
			.filter((sent) -> sent.topic().equals(topic) && sent.key().equals(key.toString()))
			.map((sent) -> type.cast(this.records.decode(topic, sent.value())))
			.toList();
	}

	protected static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20));
	}

}
