package io.bgvbridge.sync;

import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class UnknownNoteTests extends SyncFixture {

	private static final String PARTNER = "0c0c0c0c-1111-4222-8333-444444444444";

	@BeforeEach
	void beginsWithoutRecruiter() {
		this.check.origin = CheckOrigin.AUTO_START;
	}

	@Test
	void isLookedForWhereAshbyAnsweredStrangely() {
		this.ashby.takesStrangely();
		connect();
		end(3);
		delivered(3);
		assertQuiet(2);
		assertThat(this.ashby.notes()).hasSize(1);
		assertThat(this.ashby.endpoints()).containsExactly("candidate.createNote", "candidate.listNotes");
		assertThat(reports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.containsExactly(WorkReason.OUTCOME_UNKNOWN);
		assertThat(reports(WorkOutcome.GIVEN_UP)).isEmpty();
	}

	@Test
	void becomesCompletedAssessmentWhereThereIsPartnerMeanwhile() {
		this.ashby.losesWhile(this::becomesPartner);
		connect();
		end(3);
		delivered(3);
		assertThat(this.ashby.notes()).isEmpty();
		assertThat(this.ashby.completed()).hasSize(1);
		awaitIdle();
	}

	@Test
	void becomesCompletedAssessmentWhereThereIsPartnerWhileItWaits() {
		this.ashby.answersWhile(429, this::becomesPartner);
		connect();
		end(3);
		delivered(3);
		assertThat(this.ashby.endpoints()).containsExactly("candidate.createNote",
				"assessment.addCompletedToCandidate");
	}

	private void becomesPartner() {
		this.organisation.partnerId = PARTNER;
		this.organisation.changes(2, ConnectionStatus.LIVE, 1, this.ashby.baseUrl(), "key-1");
	}

	private void end(long revision) {
		this.check.ends(revision, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
	}

}
