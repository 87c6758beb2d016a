package io.bgvbridge.sync;

import java.time.Duration;

import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class NotesTests extends SyncFixture {

	@BeforeEach
	void beginsWithoutRecruiter() {
		this.check.origin = CheckOrigin.AUTO_START;
	}

	@Test
	void tellsTheResultWhereThereIsNoPartner() {
		connect();
		end(3);
		assertThat(delivered(3).getResultSent()).isTrue();
		assertThat(delivered(3).getAshbyTimestamp()).isPositive();
		assertThat(this.ashby.notes()).containsExactly(
				"Background check \"India Standard\" by SpringVerify: Clear. Report: https://bgv.example.com/reports/"
						+ this.check.assessmentId + " " + marker(3));
		assertQuiet(1);
	}

	@Test
	void tellsTheEndWithoutResultThoughThereIsPartner() {
		this.organisation.partnerId = "0c0c0c0c-1111-4222-8333-444444444444";
		connect();
		this.check.failsToStart(2, UpdateReason.MISSING_PHONE, "no phone");
		delivered(2);
		assertThat(this.ashby.notes()).containsExactly("Background check \"India Standard\" by SpringVerify: "
				+ "ended without a result. The candidate has no phone number. Add one in Ashby and start the check again."
				+ " The provider says: no phone " + marker(2));
	}

	@Test
	void saysNothingTwice() {
		connect();
		end(3);
		delivered(3);
		end(4);
		await().until(() -> column("pushed_revision").equals(4L));
		this.check.ends(5, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW);
		delivered(5);
		assertQuiet(2);
		assertThat(this.ashby.notes()).hasSize(2).last().asString().contains("Needs review").contains(marker(5));
	}

	@Test
	void findsTheNoteThatWasWrittenBeforeCrash() {
		this.ashby.takesWhile(() -> crash("note"));
		connect();
		end(3);
		delivered(3);
		assertThat(this.ashby.notes()).hasSize(1);
		assertThat(this.ashby.endpoints()).containsExactly("candidate.createNote", "candidate.listNotes");
		assertThat(open()).isZero();
	}

	@Test
	void findsTheNoteWhoseAnswerWasLost() {
		this.ashby.takesAndFallsSilent();
		connect();
		end(3);
		delivered(3);
		assertThat(this.ashby.notes()).hasSize(1);
	}

	@Test
	void writesAgainOnlyOnceTheLostCallHasSettled() {
		this.ashby.losesWhile(() -> crash("note"));
		connect();
		end(3);
		delivered(3);
		assertThat(this.ashby.notes()).hasSize(1);
		long first = this.ashby.calls().getFirst().nanos();
		AshbyStub.Call second = this.ashby.calls()
			.stream()
			.filter((call) -> call.path().endsWith("createNote"))
			.skip(1)
			.findFirst()
			.orElseThrow();
		assertThat(Duration.ofNanos(second.nanos() - first)).isGreaterThan(Duration.ofMillis(3400));
		assertThat(reports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.contains(WorkReason.OUTCOME_UNKNOWN);
	}

	@Test
	void writesAgainAtOnceWhatAshbyNeverSaw() {
		this.ashby.answers(429, "");
		connect();
		end(3);
		delivered(3);
		assertThat(this.ashby.endpoints()).containsExactly("candidate.createNote", "candidate.createNote");
		assertThat(this.ashby.notes()).hasSize(1);
	}

	@Test
	void tellsTheNewerEndAfterFindingTheOlder() {
		this.ashby.takesWhile(() -> {
			crash("note");
			this.check.ends(4, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW);
		});
		connect();
		end(3);
		delivered(4);
		assertThat(this.ashby.notes()).hasSize(2);
		assertThat(delivered(3)).isNotNull();
	}

	@Test
	void givesUpWhatAshbyRefuses() {
		this.ashby.refuses("candidate_not_found");
		connect();
		end(3);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		assertThat(reports(WorkOutcome.GIVEN_UP).getFirst().getKind()).isEqualTo("note");
		assertQuiet(1);
		assertThat(open()).isZero();
	}

	@Test
	void writesNoSecondNoteWhereItCannotLook() {
		this.ashby.takesWhile(() -> crash("note"));
		this.ashby.refuses("candidate_not_found");
		connect();
		end(3);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		assertThat(reports(WorkOutcome.GIVEN_UP)).extracting(WorkReported::getReason)
			.containsExactly(WorkReason.OUTCOME_UNKNOWN);
		assertQuiet(2);
		end(4);
		await().until(() -> column("pushed_revision").equals(4L));
		assertQuiet(2);
		assertThat(this.ashby.notes()).hasSize(1);
	}

	@Test
	void isNotWrittenOnceRecruiterHasTakenOver() {
		end(3);
		this.check.origin = CheckOrigin.RECRUITER;
		end(4);
		connect();
		delivered(4);
		assertQuiet(1);
		assertThat(this.ashby.notes()).isEmpty();
		assertThat(results()).containsExactly("Clear");
	}

	@Test
	void isNotLookedForOnceRecruiterHasTakenOver() {
		this.ashby.losesWhile(() -> {
			this.check.origin = CheckOrigin.RECRUITER;
			end(4);
		});
		connect();
		end(3);
		delivered(4);
		awaitIdle();
		assertThat(this.ashby.endpoints()).containsExactlyInAnyOrder("candidate.createNote", "assessment.update");
		assertThat(open()).isZero();
	}

	private void end(long revision) {
		this.check.ends(revision, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
	}

	private String marker(long revision) {
		return "[bgv " + this.check.assessmentId + " r" + revision + "]";
	}

	private long open() {
		return this.jdbc.sql("select count(*) from note where assessment_id = ?")
			.param(this.check.assessmentId)
			.query(Long.class)
			.single();
	}

}
