package io.bgvbridge.sync;

import java.util.List;

import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.ashby.AssessmentUpdate;
import io.bgvbridge.ashby.DataValue;
import io.bgvbridge.sync.Assessment.Channel;
import io.bgvbridge.sync.Assessment.Pending;
import io.bgvbridge.sync.State.Telling;
import org.jspecify.annotations.Nullable;

/**
 * The update that tells Ashby an assessment's newest truth.
 */
final class UpdateDraft {

	private UpdateDraft() {
	}

	/**
	 * The update in the form that is committed before it is sent.
	 */
	static Pending pending(Assessment assessment, String reportUrl, boolean withResult) {
		AssessmentUpdate update = of(assessment, reportUrl, withResult);
		return new Pending(Channel.UPDATE, assessment.newest().revision(), update.timestamp(), result(assessment),
				update.result() != null, update.cancelledReason() != null, gist(assessment), AshbyClient.body(update));
	}

	static AssessmentUpdate of(Assessment assessment, String reportUrl, boolean withResult) {
		Standing newest = assessment.newest();
		return switch (assessment.telling()) {
			case PROGRESS,
					COMPLETION ->
				new AssessmentUpdate(assessment.assessmentId(), assessment.nextTimestamp(),
						DataValue.text("bgv-status", "Status", Wording.status(newest)),
						DataValue.link("bgv-profile", "Full report", reportUrl), withResult ? value(assessment) : null,
						null, Metadata.of(newest));
			case CANCELLATION -> new AssessmentUpdate(assessment.assessmentId(), assessment.nextTimestamp(), null, null,
					null, DataValue.text("bgv-cancelled", "Cancelled", Wording.cancellation(newest)), List.of());
			case NOTHING, START -> throw new IllegalArgumentException(newest.state() + " is not told");
		};
	}

	/** What an update would say, apart from the result. */
	static String gist(Assessment assessment) {
		Standing newest = assessment.newest();
		return (assessment.telling() == Telling.CANCELLATION) ? newest.end()
				: Gist.of(assessment.assessmentId(), Wording.status(newest), Metadata.of(newest));
	}

	private static @Nullable DataValue value(Assessment assessment) {
		String result = result(assessment);
		return (result == null) ? null : DataValue.text("bgv-result", "Result", result);
	}

	private static @Nullable String result(Assessment assessment) {
		return assessment.newest().isResult() ? Wording.result(assessment.newest()) : null;
	}

}
