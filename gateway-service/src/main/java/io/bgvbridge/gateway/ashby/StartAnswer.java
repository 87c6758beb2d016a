package io.bgvbridge.gateway.ashby;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.ashby.AssessmentUpdate;
import io.bgvbridge.ashby.DataValue;

/**
 * Ashby's words for a check that was started, with its first update in the same answer.
 *
 * @param success always true
 * @param results the id and the update
 */
record StartAnswer(boolean success, Results results) {

	/**
	 * The answer to a start. Its update bears the row's time, the first of all the times
	 * that Ashby will see of this assessment.
	 */
	static StartAnswer of(Starts.Shown shown) {
		UUID assessmentId = shown.assessment().assessmentId();
		AssessmentUpdate update = new AssessmentUpdate(assessmentId, shown.assessment().createdAt().toEpochMilli(),
				DataValue.text("bgv-status", "Status", shown.words()),
				DataValue.link("bgv-profile", "Full report", shown.reportUrl()), null, null, List.of());
		return new StartAnswer(true,
				new Results(assessmentId, new String(AshbyClient.body(update), StandardCharsets.UTF_8)));
	}

	/**
	 * What was started.
	 *
	 * @param assessmentId the id that Ashby keeps
	 * @param updateRequest a whole {@code assessment.update} as JSON
	 */
	record Results(@JsonProperty("assessment_id") UUID assessmentId,
			@JsonProperty("update_request") @JsonRawValue String updateRequest) {

	}

}
