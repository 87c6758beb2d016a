package io.bgvbridge.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.ashby.CompletedAssessment;
import io.bgvbridge.ashby.DataValue;
import io.bgvbridge.sync.Assessment.Channel;
import io.bgvbridge.sync.Assessment.Pending;

/**
 * The completed assessment that tells Ashby the result of a check that Ashby does not
 * know.
 */
final class CompletionDraft {

	private CompletionDraft() {
	}

	/**
	 * The completed assessment in the form that is committed before it is sent.
	 */
	static Pending pending(Assessment assessment, String reportUrl, String partnerId) {
		Standing newest = assessment.newest();
		String result = Wording.result(newest);
		List<DataValue> metadata = new ArrayList<>();
		metadata.add(DataValue.link("bgv-profile", "Full report", reportUrl));
		metadata.addAll(Metadata.of(newest));
		CompletedAssessment completed = new CompletedAssessment(assessment.subject().candidateId(), partnerId,
				Objects.requireNonNull(assessment.subject().assessmentTypeId()), assessment.assessmentId(),
				Wording.packageName(newest), DataValue.text("bgv-result", "Result", result), metadata,
				assessment.nextTimestamp());
		return new Pending(Channel.COMPLETED, newest.revision(), completed.timestamp(), result, true, false,
				newest.end(), AshbyClient.body(completed));
	}

}
