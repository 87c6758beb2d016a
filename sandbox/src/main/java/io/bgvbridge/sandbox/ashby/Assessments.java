package io.bgvbridge.sandbox.ashby;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All assessments that Ashby knows, and the rules that span more than one update. */
final class Assessments {

	private static final int MOST = 100_000;

	private final Map<String, Assessment> byId = new LinkedHashMap<>();

	private final Map<String, Received> received = new HashMap<>();

	private final Identifiers identifiers;

	private boolean adopting;

	Assessments(Identifiers identifiers) {
		this.identifiers = identifiers;
	}

	synchronized void adopt(boolean unknownOnes) {
		this.adopting = unknownOnes;
	}

	synchronized List<Assessment> list() {
		return List.copyOf(this.byId.values());
	}

	synchronized @Nullable Assessment find(String assessmentId) {
		return this.byId.get(assessmentId);
	}

	/**
	 * Applies a call of {@code assessment.update}; a byte-for-byte repeat changes
	 * nothing.
	 */
	synchronized void update(JsonNode body, byte[] raw) {
		AssessmentUpdate update = AssessmentUpdate.read(body);
		Assessment known = this.byId.get(update.assessmentId());
		if (known == null && !this.adopting) {
			throw AshbyRefusal.of("assessment_not_found", "Assessment not found");
		}
		Assessment before = (known != null) ? known : Assessment.adopted(update.assessmentId());
		Received earlier = this.received.getOrDefault(update.assessmentId(), Received.NONE);
		if (earlier.has(raw)) {
			keep(before.repeated());
			return;
		}
		earlier.requireNewer(update.timestamp());
		apply(before, update, raw);
	}

	/**
	 * Records a start that the partner accepted. An inline update that is not newer than
	 * what is known is passed over.
	 * @throws AshbyRefusal when the id belongs to another application or type
	 */
	synchronized Assessment start(String assessmentId, String typeId, Application application,
			@Nullable AssessmentUpdate inline, @Nullable String rawInline) {
		Assessment known = this.byId.get(assessmentId);
		if (known != null && !known.belongsTo(typeId, application)) {
			throw AshbyRefusal.invalid("assessment_id", "belongs to another application or type");
		}
		Assessment begun = (known != null) ? known.begun(typeId, application)
				: Assessment.started(assessmentId, typeId, application);
		keep(begun);
		Received earlier = this.received.getOrDefault(assessmentId, Received.NONE);
		if (inline == null || rawInline == null || inline.timestamp() <= earlier.lastTimestamp()) {
			return begun;
		}
		return apply(begun, inline, rawInline.getBytes(StandardCharsets.UTF_8));
	}

	synchronized Assessment cancelAccepted(Assessment assessment) {
		Assessment current = this.byId.getOrDefault(assessment.assessmentId(), assessment);
		return keep(current.cancelAccepted(Instant.now()));
	}

	private Assessment apply(Assessment before, AssessmentUpdate update, byte[] raw) {
		this.identifiers.take(update.values());
		this.received.merge(before.assessmentId(), Received.NONE.and(update.timestamp(), raw),
				(earlier, one) -> earlier.and(update.timestamp(), raw));
		return keep(before.updated(update, Instant.now()));
	}

	private Assessment keep(Assessment assessment) {
		if (this.byId.size() >= MOST && !this.byId.containsKey(assessment.assessmentId())) {
			throw new Refused(507, "The sandbox holds at most " + MOST + " assessments");
		}
		this.byId.put(assessment.assessmentId(), assessment);
		return assessment;
	}

}
