package io.bgvbridge.sandbox.ashby;

import java.util.List;

import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The call {@code assessment.addCompletedToCandidate}: checks that began elsewhere. */
final class CompletedAssessments {

	private final CandidateEndpoints candidates;

	CompletedAssessments(CandidateEndpoints candidates) {
		this.candidates = candidates;
	}

	JsonNode add(JsonNode body) {
		Input input = Input.of(body, "").only("candidateId", "partnerId", "assessment", "timestamp");
		String candidateId = input.uuid("candidateId");
		if (!input.uuid("partnerId").equals(AshbySimulator.PARTNER_ID)) {
			throw AshbyRefusal.invalid("partnerId", "is not known");
		}
		Input assessment = input.object("assessment")
			.only("assessmentTypeId", "assessmentId", "assessmentName", "result", "metadata");
		ObjectNode results = Json.object()
			.put("assessmentTypeId", assessment.uuid("assessmentTypeId"))
			.put("assessmentId", assessment.uuid("assessmentId"))
			.put("assessmentName", assessment.text("assessmentName"));
		DataValue result = DataValue.read(assessment.node().path("result"), "assessment.result");
		List<DataValue> metadata = DataValue.readAll(assessment.node().path("metadata"), "assessment.metadata");
		if (metadata.stream().map(DataValue::identifier).distinct().count() != metadata.size()) {
			throw AshbyRefusal.invalid("assessment.metadata", "repeats an identifier");
		}
		input.timestamp("timestamp");
		Candidate candidate = this.candidates.known(candidateId);
		results.put("candidateId", candidateId).put("applicationId", candidate.applicationId());
		results.set("result", Json.tree(result));
		results.set("metadata", Json.tree(metadata));
		return results;
	}

}
