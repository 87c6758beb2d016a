package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.AshbyUpdateDelivered;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkOutcome;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class AssessmentPushTests extends SyncFixture {

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
		assertThat(this.ashby.calls().getFirst().version()).isEqualTo("2026-01-01");
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

	@Test
	void knowsTheWordsThatTheFirstVersionKept() {
		this.check.failsToStart(2, UpdateReason.MISSING_PHONE, "other words");
		byte[] words = this.service.getBean(Sealing.class)
			.seal("sync.words", this.check.assessmentId.toString(), "old words".getBytes(StandardCharsets.UTF_8));
		this.jdbc.sql("update assessment set sealed_words = ?, sealed_details = null where assessment_id = ?")
			.params(words, this.check.assessmentId)
			.update();
		connect();
		delivered(2);
		assertThat(this.ashby.last().path("cancelled_reason").path("value").asString()).endsWith("old words");
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
		assertThat((byte[]) row.get("sealed_details")).asString().doesNotContain("Hart");
	}

}
