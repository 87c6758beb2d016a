package io.bgvbridge.gateway.ashby;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Ashby's words for a cancel that was accepted.
 *
 * @param success always true
 * @param results the id
 */
record CancelAnswer(boolean success, Results results) {

	static CancelAnswer of(UUID assessmentId) {
		return new CancelAnswer(true, new Results(assessmentId));
	}

	/**
	 * What was cancelled.
	 *
	 * @param assessmentId the id that Ashby keeps
	 */
	record Results(@JsonProperty("assessment_id") UUID assessmentId) {

	}

}
