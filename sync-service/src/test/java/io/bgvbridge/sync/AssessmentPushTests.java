package io.bgvbridge.sync;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.schemas.AshbyUpdateDelivered;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import io.bgvbridge.sync.connection.Organisation;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class AssessmentPushTests {

	private final AshbyStub ashby = new AshbyStub();

	@Autowired
	private ApplicationContext service;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AvroRecords records;

	@Autowired
	private Published published;

	private Organisation organisation;

	private Check check;

	@BeforeEach
	void begin() {
		this.organisation = new Organisation(this.service);
		this.check = new Check(this.service, this.organisation.connectionId);
	}

	@AfterEach
	void end() {
		this.organisation.isDeleted(1_000);
		this.ashby.close();
	}

	@Test
	void tellsAshbyAndTheWorld() {
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		AshbyUpdateDelivered delivered = delivered(3);
		JsonNode update = this.ashby.last();
		assertThat(update.path("assessment_id").asString()).isEqualTo(this.check.assessmentId.toString());
		assertThat(update.path("assessment_status").path("value").asString()).isEqualTo("Awaiting candidate");
		assertThat(update.path("assessment_profile_url").path("value").asString())
			.isEqualTo("https://bgv.example.com/reports/" + this.check.assessmentId);
		assertThat(delivered.getConnectionId()).isEqualTo(this.organisation.connectionId);
		assertThat(delivered.getAshbyTimestamp()).isEqualTo(update.path("timestamp").asLong());
		assertThat(delivered.getResultSent()).isFalse();
		assertThat(delivered.getCancelledReasonSent()).isFalse();
		assertThat(observations()).extracting(ConnectionObserved::getObservation)
			.containsExactly(Observation.REACHABLE);
	}

	@Test
	void waitsForTheConnectionAndTellsOnlyTheNewestTruth() {
		for (long revision = 1; revision <= 5; revision++) {
			this.check.moves(revision, VerificationState.IN_PROGRESS);
		}
		connect();
		delivered(5);
		assertQuiet(1);
	}

	@Test
	void tellsTheNewestTruthOnceAfterAshbyWasAway() {
		this.ashby.goesAway();
		connect();
		this.check.moves(1, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());
		for (long revision = 2; revision <= 5; revision++) {
			this.check.moves(revision, VerificationState.IN_PROGRESS);
		}
		this.ashby.comesBack();
		delivered(5);
		assertQuiet(1);
		WorkReported report = reports(WorkOutcome.WAITING).getFirst();
		assertThat(report.getReason()).isEqualTo(WorkReason.UNAVAILABLE);
		assertThat(report.getService()).isEqualTo("sync-service");
		assertThat(report.getKind()).isEqualTo("push");
		assertThat(report.getAttempt()).isEqualTo(1);
		assertThat(report.getNextTryAt()).isAfter(report.getOccurredAt());
	}

	@Test
	void repeatsToTheByteWhereTheOutcomeIsUnknown() {
		this.ashby.takesAndFallsSilent();
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> this.ashby.calls().size() == 1);
		this.check.occurredAt = this.check.startedAt.plusSeconds(60);
		this.check.moves(4, VerificationState.ACTION_NEEDED);
		this.check.moves(5, VerificationState.IN_PROGRESS);
		delivered(3);
		delivered(5);
		assertQuiet(3);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertThat(statuses()).containsExactly("Awaiting candidate", "In progress");
	}

	@Test
	void repeatsToTheByteAfterServerErrorAndRefusedConnection() {
		this.ashby.answers(503, "");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> reports(WorkOutcome.WAITING).size() == 1);
		this.ashby.goesAway();
		this.check.moves(4, VerificationState.IN_PROGRESS);
		await().until(() -> reports(WorkOutcome.WAITING).size() >= 2);
		this.ashby.comesBack();
		delivered(4);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertThat(statuses()).containsExactly("Awaiting candidate", "In progress");
	}

	@Test
	void keepsTimestampsStrictlyIncreasing() {
		connect();
		long started = this.check.startedAt.toEpochMilli();
		this.check.occurredAt = this.check.startedAt.minusSeconds(5);
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		delivered(3);
		this.check.moves(4, VerificationState.IN_PROGRESS);
		delivered(4);
		this.check.occurredAt = this.check.startedAt.plusSeconds(60);
		this.check.moves(5, VerificationState.ON_HOLD);
		delivered(5);
		assertThat(this.ashby.accepted()).extracting((update) -> update.path("timestamp").asLong())
			.containsExactly(started + 1, started + 2, started + 60_000);
	}

	@Test
	void sendsTheResultOnce() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(3).getResultSent()).isTrue();
		this.check.ends(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> column("pushed_revision").equals(4L));
		assertQuiet(1);
		this.check.ends(5, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW);
		delivered(5);
		assertThat(results()).containsExactly("Clear", "Needs review");
	}

	@Test
	void sendsTheResultAgainAfterDispute() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		this.check.moves(4, VerificationState.DISPUTED);
		delivered(4);
		this.check.ends(5, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(5);
		assertThat(statuses()).containsExactly("Completed", "Disputed – result under re-check", "Completed");
		assertThat(results()).containsExactly("Clear", "", "Clear");
	}

	@Test
	void cancelsInWordsAndNeverContradictsThat() {
		connect();
		this.check.failsToStart(2, UpdateReason.MISSING_PHONE, "no phone");
		assertThat(delivered(2).getCancelledReasonSent()).isTrue();
		assertThat(this.ashby.last().propertyNames()).containsExactlyInAnyOrder("assessment_id", "timestamp",
				"cancelled_reason");
		assertThat(this.ashby.last().path("cancelled_reason").path("value").asString())
			.isEqualTo("The candidate has no phone number. Add one in Ashby and start the check again."
					+ " The provider says: no phone");
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> column("failed_revision").equals(3L));
		this.check.ends(4, VerificationState.CANCELLED, VerificationOutcome.NONE);
		await().until(() -> column("pushed_revision").equals(4L));
		assertQuiet(1);
	}

	@Test
	void doesNotCancelWhatHasItsResult() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		this.check.ends(4, VerificationState.CLOSED, VerificationOutcome.NONE);
		await().until(() -> column("failed_revision").equals(4L));
		assertQuiet(1);
	}

	@Test
	void leavesStartedToTheGateway() {
		connect();
		this.check.moves(1, VerificationState.REQUESTED);
		this.check.moves(2, VerificationState.INVITED);
		awaitIdle();
		assertThat(this.ashby.calls()).isEmpty();
	}

	@Test
	void keepsWhatWasTrueWhereTheNewStateIsUnknown() {
		this.check.moves(3, VerificationState.IN_PROGRESS);
		this.check.moves(4, VerificationState.UNKNOWN);
		connect();
		delivered(3);
	}

	@Test
	void ignoresOlderRevisionsAndRepeatedEvents() {
		VerificationUpdated first = this.check
			.update(3, VerificationState.IN_PROGRESS, VerificationOutcome.NONE, UpdateReason.NONE)
			.build();
		this.check.take(first);
		this.check.take(first);
		this.check.moves(2, VerificationState.AWAITING_CANDIDATE);
		assertThat(this.jdbc.sql("select wanted from work where subject_id = ?")
			.param(this.check.assessmentId)
			.query(Long.class)
			.single()).isEqualTo(1);
		connect();
		delivered(3);
		assertThat(statuses()).containsExactly("In progress");
	}

	@ParameterizedTest
	@CsvSource({ "invalid_input, REJECTED", "'', UNINTELLIGIBLE" })
	void givesUpWhatAshbyWillNotTakeAndTriesTheNextRevision(String code, WorkReason reason) {
		if (code.isEmpty()) {
			this.ashby.answers(200, "<html>fine</html>");
		}
		else {
			this.ashby.refuses(code);
		}
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		assertThat(reports(WorkOutcome.GIVEN_UP)).extracting(WorkReported::getReason).containsExactly(reason);
		assertQuiet(1);
		assertThat(column("pending_body")).isNull();
		this.check.moves(4, VerificationState.IN_PROGRESS);
		delivered(4);
		assertThat(this.ashby.last().path("timestamp").asLong()).isEqualTo(this.check.startedAt.toEpochMilli() + 2);
	}

	@Test
	void goesOnToTheNewestRevisionAfterGivingAnOlderOneUp() {
		this.ashby.answers(503, "");
		this.ashby.refuses("invalid_input");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> this.ashby.calls().size() == 1);
		this.check.moves(4, VerificationState.IN_PROGRESS);
		delivered(4);
		assertThat(statuses()).containsExactly("In progress");
	}

	@Test
	void waitsWhileAshbyDoesNotKnowTheAssessmentYet() {
		this.ashby.refuses("assessment_not_found");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		delivered(3);
		assertThat(reports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.containsExactly(WorkReason.UNAVAILABLE);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
	}

	@Test
	void givesUpWhereAshbyDoesNotKnowAnOldAssessment() {
		this.ashby.refuses("assessment_not_found");
		this.check.startedAt = this.check.startedAt.minus(25, ChronoUnit.HOURS);
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		assertQuiet(1);
	}

	@Test
	void stopsOnRefusedKeyUntilThereAreNewerCredentials() {
		this.ashby.changesKeyTo("key-2");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.STOPPED).isEmpty());
		WorkReported report = reports(WorkOutcome.STOPPED).getFirst();
		assertThat(report.getReason()).isEqualTo(WorkReason.UNAUTHORIZED);
		assertThat(report.getNextTryAt()).isNull();
		this.check.moves(4, VerificationState.IN_PROGRESS);
		assertQuiet(1);
		this.organisation.changes(2, ConnectionStatus.LIVE, 2, this.ashby.baseUrl(), "key-2");
		delivered(4);
		assertQuiet(2);
		assertThat(observations())
			.extracting(ConnectionObserved::getObservation, ConnectionObserved::getCredentialsVersion)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(Observation.UNAUTHORIZED, 1L),
					org.assertj.core.groups.Tuple.tuple(Observation.REACHABLE, 2L));
	}

	@Test
	void waitsAsLongAsAshbyAsks() {
		this.ashby.answers(429, "", "Retry-After", "2");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		delivered(3);
		assertThat(Duration.ofNanos(this.ashby.calls().get(1).nanos() - this.ashby.calls().get(0).nanos()))
			.isGreaterThan(Duration.ofMillis(1900));
		assertThat(reports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.containsExactly(WorkReason.THROTTLED);
	}

	@Test
	void keepsNothingPersonalInTheClear() {
		connect();
		this.ashby.goesAway();
		this.check.failsToStart(3, UpdateReason.REJECTED_BY_PROVIDER, "Adam Hart is unknown");
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());
		Map<String, Object> row = this.jdbc.sql("select * from assessment where assessment_id = ?")
			.param(this.check.assessmentId)
			.query()
			.singleRow();
		assertThat(row.values()).noneMatch((value) -> String.valueOf(value).contains("Hart"));
		assertThat((byte[]) row.get("sealed_words")).asString().doesNotContain("Hart");
	}

	private void connect() {
		this.organisation.changes(1, ConnectionStatus.LIVE, 1, this.ashby.baseUrl(), "key-1");
	}

	private AshbyUpdateDelivered delivered(long revision) {
		await().until(() -> deliveries().stream().anyMatch((delivery) -> delivery.getRevision() == revision));
		return deliveries().stream().filter((delivery) -> delivery.getRevision() == revision).findFirst().orElseThrow();
	}

	/** No more than these calls, and none is due. */
	private void assertQuiet(int calls) {
		awaitIdle();
		assertThat(this.ashby.calls()).hasSize(calls);
	}

	private void awaitIdle() {
		await().until(() -> this.jdbc.sql("""
				select count(*) from work w join work_budget b using (connection_id, side)
				where subject_id = ? and (wanted > done or claim is not null)
					and (b.stopped_version is null or b.stopped_version < b.credentials_version)
				""").param(this.check.assessmentId).query(Long.class).single() == 0);
	}

	private Object column(String name) {
		return this.jdbc.sql("select " + name + " from assessment where assessment_id = ?")
			.param(this.check.assessmentId)
			.query()
			.singleRow()
			.get(name);
	}

	private List<String> statuses() {
		return values("assessment_status");
	}

	private List<String> results() {
		return values("assessment_result");
	}

	private List<String> values(String member) {
		return this.ashby.accepted().stream().map((update) -> update.path(member).path("value").asString("")).toList();
	}

	private List<AshbyUpdateDelivered> deliveries() {
		return records(Topics.ASHBY_UPDATE_DELIVERED, this.check.assessmentId, AshbyUpdateDelivered.class);
	}

	private List<WorkReported> reports(WorkOutcome outcome) {
		return records(Topics.WORK_REPORTED, this.check.assessmentId, WorkReported.class).stream()
			.filter((report) -> report.getOutcome() == outcome)
			.toList();
	}

	private List<ConnectionObserved> observations() {
		return records(Topics.CONNECTION_OBSERVED, this.organisation.connectionId, ConnectionObserved.class);
	}

	private <T extends SpecificRecord> List<T> records(String topic, UUID key, Class<T> type) {
		return this.published.history()
			.stream()
			.filter((sent) -> sent.topic().equals(topic) && sent.key().equals(key.toString()))
			.map((sent) -> type.cast(this.records.decode(topic, sent.value())))
			.toList();
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20));
	}

}
