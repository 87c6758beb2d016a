package io.bgvbridge.gateway.ashby;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bgvbridge.gateway.connection.OrderablePackage;

/**
 * Ashby's words for what can be started.
 *
 * @param success always true
 * @param results the assessment types
 */
record ListAnswer(boolean success, List<AssessmentType> results) {

	static ListAnswer of(List<OrderablePackage> packages) {
		return new ListAnswer(true,
				packages.stream()
					.map((orderable) -> new AssessmentType(orderable.assessmentTypeId(), orderable.name(),
							orderable.description()))
					.toList());
	}

	/**
	 * One choice in Ashby's list.
	 *
	 * @param assessmentTypeId what a start names
	 * @param name what people see
	 * @param description what it contains
	 */
	record AssessmentType(@JsonProperty("assessment_type_id") UUID assessmentTypeId, String name, String description) {

	}

}
