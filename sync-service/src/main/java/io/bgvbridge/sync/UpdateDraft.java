package io.bgvbridge.sync;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.ashby.AssessmentUpdate;
import io.bgvbridge.ashby.DataValue;
import io.bgvbridge.sync.Assessment.Pending;
import io.bgvbridge.sync.State.Telling;
import org.jspecify.annotations.Nullable;

/**
 * The update that tells Ashby an assessment's newest truth. Identifiers keep one meaning
 * and one type for ever.
 */
final class UpdateDraft {

	private UpdateDraft() {
	}

	/**
	 * The update in the form that is committed before it is sent.
	 */
	static Pending pending(Assessment assessment, URI publicUrl) {
		AssessmentUpdate update = of(assessment, publicUrl);
		DataValue result = update.result();
		return new Pending(assessment.newest().revision(), update.timestamp(), (result == null) ? null : result.value(),
				update.cancelledReason() != null, AshbyClient.body(update));
	}

	static AssessmentUpdate of(Assessment assessment, URI publicUrl) {
		Standing newest = assessment.newest();
		return switch (newest.state().telling()) {
			case PROGRESS,
					COMPLETION ->
				new AssessmentUpdate(assessment.assessmentId(), assessment.nextTimestamp(),
						DataValue.text("bgv-status", "Status", Wording.status(newest)),
						DataValue.link("bgv-profile", "Full report", reportUrl(assessment, publicUrl)), result(newest),
						null, metadata(newest));
			case CANCELLATION -> new AssessmentUpdate(assessment.assessmentId(), assessment.nextTimestamp(), null, null,
					null, DataValue.text("bgv-cancelled", "Cancelled", Wording.cancellation(newest)), List.of());
			case NOTHING -> throw new IllegalArgumentException(newest.state() + " is not told");
		};
	}

	private static @Nullable DataValue result(Standing newest) {
		return (newest.state().telling() == Telling.COMPLETION && newest.ended())
				? DataValue.text("bgv-result", "Result", Wording.result(newest)) : null;
	}

	private static List<DataValue> metadata(Standing newest) {
		List<DataValue> metadata = new ArrayList<>();
		metadata.add(DataValue.text("bgv-provider", "Provider", Wording.provider(newest.provider())));
		if (newest.reference() != null) {
			metadata.add(DataValue.text("bgv-provider-ref", "Provider reference", newest.reference()));
		}
		return metadata;
	}

	private static String reportUrl(Assessment assessment, URI publicUrl) {
		return publicUrl.toString().replaceAll("/+$", "") + "/reports/" + assessment.assessmentId();
	}

}
