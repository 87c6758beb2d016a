package io.bgvbridge.sync;

import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Ashby will never take a completed assessment: a note tells the result.
 */
@RunningSync
class RefusedCompletionTests extends SyncFixture {

	private static final String ADD = "assessment.addCompletedToCandidate";

	private static final String NOTE = "candidate.createNote";

	@BeforeEach
	void beginsWithoutRecruiter() {
		this.check.origin = CheckOrigin.AUTO_START;
		this.organisation.partnerId = "0c0c0c0c-1111-4222-8333-444444444444";
	}

	@Test
	void tellsTheResultByOneNote() {
		this.ashby.refuses("invalid_partner");
		connect();
		clear(3);
		assertThat(delivered(3).getResultSent()).isTrue();
		assertThat(this.ashby.notes()).singleElement().asString().contains("Clear. Report: https://");
		clear(4);
		await().until(() -> column("pushed_revision").equals(4L));
		assertThat(this.ashby.endpoints()).containsExactly(ADD, NOTE);
		assertQuiet(2);
		assertThat(reports(WorkOutcome.GIVEN_UP)).extracting(WorkReported::getKind, WorkReported::getReason)
			.as("operators see that the partner's set-up is refused")
			.containsExactly(tuple("push", WorkReason.REJECTED));
		assertThat(column("pending_body")).isNull();
	}

	@Test
	void tellsTheSameResultByNoteThoughNewerRevisionCameMeanwhile() {
		this.ashby.refusesWhile("invalid_partner", () -> clear(4));
		connect();
		clear(3);
		delivered(4);
		assertThat(this.ashby.endpoints()).containsExactly(ADD, NOTE);
	}

	@Test
	void addsTheNewerResultFirst() {
		this.ashby.refuses("invalid_partner");
		connect();
		clear(3);
		delivered(3);
		this.check.ends(4, VerificationState.COMPLETED_REVIEW, VerificationOutcome.CONSIDER);
		delivered(4);
		assertThat(this.ashby.endpoints()).containsExactly(ADD, NOTE, ADD);
		assertThat(this.ashby.completed()).hasSize(1);
		clear(5);
		delivered(5);
		assertThat(this.ashby.completed()).hasSize(2);
	}

	@Test
	void addsTheNewerResultThatCameMeanwhile() {
		this.ashby.refusesWhile("invalid_partner",
				() -> this.check.ends(4, VerificationState.COMPLETED_REVIEW, VerificationOutcome.CONSIDER));
		connect();
		clear(3);
		delivered(4);
		assertThat(this.ashby.endpoints()).containsExactly(ADD, ADD);
		assertThat(this.ashby.notes()).isEmpty();
	}

	@Test
	void writesTheNoteOnceThoughItCrashedBeforeAndAfterIt() {
		this.ashby.refusesWhile("invalid_partner", () -> crash("push"));
		this.ashby.refuses("invalid_partner");
		this.ashby.takesWhile(() -> crash("note"));
		connect();
		clear(3);
		delivered(3);
		awaitIdle();
		assertThat(this.ashby.notes()).hasSize(1);
		assertThat(this.ashby.endpoints()).containsExactly(ADD, ADD, NOTE, "candidate.listNotes");
	}

	@Test
	void givesUpWhereTheNoteIsRefusedToo() {
		this.ashby.refuses("candidate_not_found");
		this.ashby.refuses("candidate_not_found");
		connect();
		clear(3);
		await().until(() -> reports(WorkOutcome.GIVEN_UP).size() == 2);
		assertThat(reports(WorkOutcome.GIVEN_UP)).extracting(WorkReported::getKind).containsExactly("push", "note");
		assertQuiet(2);
	}

	@Test
	void leavesTheResultToTheRecruiterWhoTookTheCheckOverMeanwhile() {
		this.ashby.refusesWhile("invalid_partner", () -> {
			this.check.origin = CheckOrigin.RECRUITER;
			clear(4);
		});
		connect();
		clear(3);
		assertThat(delivered(4).getResultSent()).isTrue();
		assertThat(this.ashby.notes()).isEmpty();
		assertThat(results()).containsExactly("Clear");
	}

	@Test
	void writesNothingOnceTheCandidateIsErased() {
		this.ashby.refusesWhile("invalid_partner", () -> this.check.isErased(4));
		connect();
		clear(3);
		await().until(() -> !this.ashby.calls().isEmpty());
		assertQuiet(1);
	}

	private void clear(long revision) {
		this.check.ends(revision, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
	}

}
