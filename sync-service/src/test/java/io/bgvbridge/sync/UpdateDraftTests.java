package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.bgvbridge.ashby.AssessmentUpdate;
import io.bgvbridge.ashby.DataValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UpdateDraftTests {

	private static final String REPORT = "https://bgv.example.com/reports/" + Samples.ASSESSMENT;

	@ParameterizedTest
	@CsvSource({ "AWAITING_CANDIDATE, NONE, Awaiting candidate", "IN_PROGRESS, NONE, In progress",
			"ACTION_NEEDED, NONE, Action needed: information missing", "ON_HOLD, NONE, On hold",
			"BLOCKED, NO_CREDITS, Blocked: no credits", "BLOCKED, CONSENT_MISSING, Blocked: consent missing",
			"BLOCKED, NONE, Blocked", "REVIEW, NONE, Discrepancy under review",
			"DISPUTED, NONE, Disputed – result under re-check" })
	void tellsProgressAsStatus(State state, Reason reason, String status) {
		AssessmentUpdate update = draft(Samples.standing(state, reason, Conclusion.NONE, null));
		assertThat(update.status()).isEqualTo(DataValue.text("bgv-status", "Status", status));
		assertThat(update.profileUrl()).isEqualTo(
				DataValue.link("bgv-profile", "Full report", "https://bgv.example.com/reports/" + Samples.ASSESSMENT));
		assertThat(update.result()).isNull();
		assertThat(update.cancelledReason()).isNull();
		assertThat(update.metadata()).isEqualTo(List.of(DataValue.text("bgv-provider", "Provider", "SpringVerify"),
				DataValue.text("bgv-provider-ref", "Provider reference", "918273")));
	}

	@ParameterizedTest
	@CsvSource({ "COMPLETED_CLEAR, CLEAR, Clear", "COMPLETED_CLEAR, COMPLETED, Completed",
			"COMPLETED_CLEAR, NONE, Completed", "COMPLETED_REVIEW, NEEDS_REVIEW, Needs review",
			"COMPLETED_REVIEW, NONE, Completed",
			"COMPLETED_EXCEPTION, COMPLETED_WITH_EXCEPTION, Completed with exception",
			"COMPLETED_REVIEW, CONSIDER, Consider – review",
			"COMPLETED_REVIEW, FAILED_SEE_REPORT, Failed – see report" })
	void tellsCompletionAsResult(State state, Conclusion conclusion, String result) {
		AssessmentUpdate update = draft(Samples.standing(state, Reason.NONE, conclusion, null));
		assertThat(update.status()).isEqualTo(DataValue.text("bgv-status", "Status", "Completed"));
		assertThat(update.result()).isEqualTo(DataValue.text("bgv-result", "Result", result));
		assertThat(update.profileUrl()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "CANCELLED, NONE, Cancelled.", "EXPIRED, NONE, Invitation expired.",
			"CLOSED, CLOSED_BY_PROVIDER, Closed by BGV provider.", "CLOSED, NONE, Closed by BGV provider.",
			"CANCELLED, CANCELLED_BY_PROVIDER, Cancelled by BGV provider.",
			"CANCELLED, CANCELLED_IN_ASHBY, Cancelled in Ashby.",
			"CANCELLED, CANCELLED_BY_OPERATOR, Cancelled by an operator of the background-check service.",
			"FAILED_TO_START, MISSING_PHONE, The candidate has no phone number. Add one in Ashby and start the check again." })
	void tellsTheEndAsReasonOnly(State state, Reason reason, String sentence) {
		AssessmentUpdate update = draft(Samples.standing(state, reason, Conclusion.NONE, null));
		assertThat(update).isEqualTo(new AssessmentUpdate(Samples.ASSESSMENT, update.timestamp(), null, null, null,
				DataValue.text("bgv-cancelled", "Cancelled", sentence), List.of()));
	}

	@ParameterizedTest
	@EnumSource(Reason.class)
	void givesEveryReasonASentence(Reason reason) {
		AssessmentUpdate update = draft(Samples.standing(State.FAILED_TO_START, reason, Conclusion.NONE, null));
		assertThat(update.cancelledReason().value()).endsWith(".");
	}

	@ParameterizedTest
	@EnumSource(names = { "UNKNOWN", "REQUESTED", "INVITED" })
	void doesNotTellTheStartAgain(State state) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> draft(Samples.standing(state, Reason.NONE, Conclusion.NONE, null)));
	}

	@ParameterizedTest
	@CsvSource({ "REQUESTED, Requested", "INVITED, Invited" })
	void tellsTheStartOnlyInPlaceOfSomethingElse(State state, String status) {
		Assessment blocked = Samples.assessment(Samples.standing(state, Reason.NONE, Conclusion.NONE, null),
				new Assessment.Shown(3, null, null, false, false, 1));
		assertThat(UpdateDraft.of(blocked, REPORT, true).status().value()).isEqualTo(status);
	}

	@Test
	void leavesTheResultOutWhereItIsKnown() {
		Assessment assessment = Samples.assessment(
				Samples.standing(State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, null), Samples.NOTHING_SHOWN);
		assertThat(UpdateDraft.of(assessment, REPORT, false).result()).isNull();
		Assessment.Pending pending = UpdateDraft.pending(assessment, REPORT, false);
		assertThat(pending.sendsResult()).isFalse();
		assertThat(pending.result()).isEqualTo("Clear");
	}

	@ParameterizedTest
	@CsvSource({ "stackone, StackOne", "checkr, Checkr", "newcomer, Newcomer", "'', BGV provider" })
	void namesTheProvider(String code, String name) {
		assertThat(Wording.provider(code)).isEqualTo(name);
	}

	@Test
	void leavesAnUnknownReferenceOut() {
		Standing standing = new Standing(7, State.IN_PROGRESS, Reason.NONE, Conclusion.NONE, "checkr", null,
				Details.NONE, null, Samples.STARTED, false);
		assertThat(draft(standing).metadata()).extracting(DataValue::identifier).containsExactly("bgv-provider");
	}

	@Test
	void sendsNoResultBeforeItIsFinal() {
		Standing standing = new Standing(7, State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, "checkr", null,
				Details.NONE, null, Samples.STARTED, false);
		assertThat(draft(standing).result()).isNull();
		assertThat(draft(standing).status().value()).isEqualTo("Completed");
	}

	@Test
	void cutsTheVendorsWordsBetweenCharacters() {
		String words = "\u0000 refused\n\n" + "😀".repeat(400);
		String reason = draft(Samples.standing(State.FAILED_TO_START, Reason.NONE, Conclusion.NONE, words))
			.cancelledReason()
			.value();
		assertThat(reason.codePointCount(0, reason.length())).isEqualTo(Wording.LONGEST_VALUE);
		String shown = reason.substring(reason.indexOf("says: ") + 6);
		assertThat(shown).startsWith("refused 😀").endsWith("😀…").doesNotContain("\u0000");
	}

	@Test
	void writesTheSameBytesForTheSameTruth() {
		Assessment assessment = Samples.assessment(
				Samples.standing(State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, null), Samples.NOTHING_SHOWN);
		byte[] first = UpdateDraft.pending(assessment, REPORT, true).body();
		assertThat(UpdateDraft.pending(assessment, REPORT, true).body()).isEqualTo(first);
		assertThat(new String(first, StandardCharsets.UTF_8))
			.contains("\"timestamp\":" + Samples.STARTED.plusSeconds(60).toEpochMilli());
	}

	private static AssessmentUpdate draft(Standing standing) {
		return UpdateDraft.of(Samples.assessment(standing, Samples.NOTHING_SHOWN), REPORT, true);
	}

}
