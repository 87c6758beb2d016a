package io.bgvbridge.sync;

import java.time.temporal.ChronoUnit;

import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class AutoStartedTests extends SyncFixture {

	private static final String PARTNER = "0c0c0c0c-1111-4222-8333-444444444444";

	@BeforeEach
	void beginsWithoutRecruiter() {
		this.check.origin = CheckOrigin.AUTO_START;
		this.organisation.partnerId = PARTNER;
	}

	@Test
	void addsTheResultToTheCandidate() {
		connect();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(3).getResultSent()).isTrue();
		JsonNode completed = this.ashby.completed().getLast();
		assertThat(completed.path("candidateId").asString()).isEqualTo("candidate-1");
		assertThat(completed.path("partnerId").asString()).isEqualTo(PARTNER);
		assertThat(completed.path("assessment").path("assessmentTypeId").asString()).isEqualTo(Samples.TYPE.toString());
		assertThat(completed.path("assessment").path("assessmentId").asString())
			.isEqualTo(this.check.assessmentId.toString());
		assertThat(completed.path("assessment").path("assessmentName").asString()).isEqualTo("India Standard");
		assertThat(completed.path("assessment").path("result").path("value").asString()).isEqualTo("Clear");
		assertThat(completed.path("assessment").path("metadata").toString())
			.contains("https://bgv.example.com/reports/" + this.check.assessmentId);
		assertThat(delivered(3).getAshbyTimestamp()).isEqualTo(completed.path("timestamp").asLong());
		assertQuiet(1);
	}

	@Test
	void addsNewerResultAgainAndTheSameNot() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		this.check.ends(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> column("pushed_revision").equals(4L));
		this.check.ends(5, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW);
		delivered(5);
		assertThat(this.ashby.completed()).hasSize(2);
		assertThat(this.ashby.completed().get(1).path("timestamp").asLong())
			.isGreaterThan(this.ashby.completed().get(0).path("timestamp").asLong());
		assertQuiet(2);
	}

	@Test
	void repeatsToTheByteWhereTheOutcomeIsUnknown() {
		this.ashby.takesWhile(() -> crash("push"));
		this.ashby.answers(503, "");
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		assertThat(this.ashby.calls()).hasSize(3);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertThat(this.ashby.calls().get(2).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertThat(this.ashby.completed()).hasSize(1);
	}

	@Test
	void givesUpWhatCannotBeUnderstood() {
		this.ashby.answers(200, "<html>");
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		assertThat(reports(WorkOutcome.GIVEN_UP)).extracting(WorkReported::getReason)
			.containsExactly(WorkReason.UNINTELLIGIBLE);
		assertQuiet(1);
	}

	@Test
	void isUpdatedFromWhenRecruiterTakesItOver() {
		connect();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		awaitIdle();
		assertThat(this.ashby.calls()).isEmpty();
		this.check.origin = CheckOrigin.RECRUITER;
		this.check.moves(3, VerificationState.IN_PROGRESS);
		delivered(3);
		assertThat(statuses()).containsExactly("In progress");
	}

	@Test
	void waitsWhileAshbyDoesNotKnowTheTakenOverCheckYet() {
		this.ashby.refuses("assessment_not_found");
		this.check.startedAt = this.check.startedAt.minus(25, ChronoUnit.HOURS);
		connect();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		this.check.origin = CheckOrigin.RECRUITER;
		this.check.moves(3, VerificationState.IN_PROGRESS);
		delivered(3);
		assertThat(statuses()).containsExactly("In progress");
	}

	@Test
	void leavesTheStartOfTakenOverCheckToTheGateway() {
		connect();
		this.check.moves(2, VerificationState.INVITED);
		this.check.origin = CheckOrigin.RECRUITER;
		this.check.moves(3, VerificationState.INVITED);
		assertQuiet(0);
	}

	@Test
	void tellsTheRecruiterTheResultThoughItWasAddedBefore() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		this.check.origin = CheckOrigin.RECRUITER;
		this.check.isStartedAgain(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(4).getResultSent()).isTrue();
		assertThat(results()).containsExactly("Clear");
		assertThat(this.ashby.last().path("timestamp").asLong())
			.isGreaterThan(this.ashby.completed().getLast().path("timestamp").asLong());
	}

	@Test
	void tellsTheRecruiterTheResultThoughItWasBeingAddedMeanwhile() {
		this.ashby.takesWhile(() -> {
			this.check.origin = CheckOrigin.RECRUITER;
			this.check.isStartedAgain(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		});
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(4).getResultSent()).isTrue();
		assertThat(this.ashby.completed()).hasSize(1);
		assertThat(results()).containsExactly("Clear");
	}

}
