package io.bgvbridge.sandbox.ashby;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The call {@code assessment.addCompletedToCandidate}: checks that began elsewhere. */
final class CompletedAssessments {

	private static final int MOST = 100_000;

	private final CandidateEndpoints candidates;

	private final Identifiers identifiers;

	private final Map<String, CompletedAssessment> byId = new LinkedHashMap<>();

	private final Map<String, Received> received = new HashMap<>();

	CompletedAssessments(CandidateEndpoints candidates, Identifiers identifiers) {
		this.candidates = candidates;
		this.identifiers = identifiers;
	}

	synchronized JsonNode add(JsonNode body, byte[] raw) {
		CompletedAssessment given = read(body);
		CompletedAssessment known = this.byId.get(given.assessmentId());
		if (known == null) {
			known = given;
		}
		Received earlier = this.received.getOrDefault(given.assessmentId(), Received.NONE);
		if (earlier.has(raw)) {
			this.byId.put(known.assessmentId(), known.repeated());
			return results(known);
		}
		earlier.requireNewer(given.timestamp());
		if (!known.candidateId().equals(given.candidateId())) {
			throw AshbyRefusal.invalid("assessment.assessmentId", "belongs to another candidate");
		}
		this.identifiers.take(values(given));
		return results(keep(given.after(known), earlier.and(given.timestamp(), raw)));
	}

	synchronized List<CompletedAssessment> list() {
		return List.copyOf(this.byId.values());
	}

	synchronized void merge(String candidateId, String survivor) {
		this.byId.replaceAll((id, known) -> known.candidateId().equals(candidateId) ? known.ownedBy(survivor) : known);
	}

	synchronized void delete(String candidateId) {
		this.byId.values().removeIf((known) -> known.candidateId().equals(candidateId));
	}

	private CompletedAssessment read(JsonNode body) {
		Input input = Input.of(body, "").only("candidateId", "partnerId", "assessment", "timestamp");
		String candidateId = input.uuid("candidateId");
		if (!input.uuid("partnerId").equals(AshbySimulator.PARTNER_ID)) {
			throw AshbyRefusal.invalid("partnerId", "is not known");
		}
		Input assessment = input.object("assessment")
			.only("assessmentTypeId", "assessmentId", "assessmentName", "result", "metadata");
		CompletedAssessment given = new CompletedAssessment(assessment.uuid("assessmentId"),
				assessment.uuid("assessmentTypeId"), assessment.text("assessmentName"), candidateId,
				this.candidates.known(candidateId).applicationId(),
				DataValue.read(assessment.node().path("result"), "assessment.result"),
				DataValue.readAll(assessment.node().path("metadata"), "assessment.metadata"),
				input.timestamp("timestamp"), 0, 0);
		if (values(given).stream().map(DataValue::identifier).distinct().count() != values(given).size()) {
			throw AshbyRefusal.invalid("assessment.metadata", "repeats an identifier");
		}
		return given;
	}

	private CompletedAssessment keep(CompletedAssessment assessment, Received now) {
		if (this.byId.size() >= MOST && !this.byId.containsKey(assessment.assessmentId())) {
			throw new Refused(507, "The sandbox holds at most " + MOST + " completed assessments");
		}
		this.received.put(assessment.assessmentId(), now);
		this.byId.put(assessment.assessmentId(), assessment);
		return assessment;
	}

	private static List<DataValue> values(CompletedAssessment assessment) {
		return Stream.concat(Stream.of(assessment.result()), assessment.metadata().stream()).toList();
	}

	private static JsonNode results(CompletedAssessment assessment) {
		ObjectNode results = Json.object()
			.put("assessmentTypeId", assessment.assessmentTypeId())
			.put("assessmentId", assessment.assessmentId())
			.put("assessmentName", assessment.assessmentName())
			.put("candidateId", assessment.candidateId())
			.put("applicationId", assessment.applicationId());
		results.set("result", Json.tree(assessment.result()));
		results.set("metadata", Json.tree(assessment.metadata()));
		return results;
	}

}
