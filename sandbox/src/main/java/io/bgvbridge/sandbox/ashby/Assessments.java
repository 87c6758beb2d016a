package io.bgvbridge.sandbox.ashby;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All assessments that Ashby knows, and the rules that span more than one update. */
final class Assessments {

	private static final int MOST = 100_000;

	private final Map<String, Assessment> byId = new LinkedHashMap<>();

	private final Map<String, Received> received = new HashMap<>();

	private final Map<String, String> typeOfIdentifier = new HashMap<>();

	private boolean adopting;

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
		if (earlier.digests().contains(digest(raw))) {
			keep(before.repeated());
			return;
		}
		if (update.timestamp() <= earlier.lastTimestamp()) {
			throw AshbyRefusal.invalid("timestamp", "must be greater than that of the last update");
		}
		apply(before, update, digest(raw));
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
		return apply(begun, inline, digest(rawInline.getBytes(StandardCharsets.UTF_8)));
	}

	synchronized Assessment cancelAccepted(Assessment assessment) {
		Assessment current = this.byId.getOrDefault(assessment.assessmentId(), assessment);
		return keep(current.cancelAccepted(Instant.now()));
	}

	private Assessment apply(Assessment before, AssessmentUpdate update, String digest) {
		for (DataValue value : update.values()) {
			String type = this.typeOfIdentifier.get(value.identifier());
			if (type != null && !type.equals(value.type())) {
				throw AshbyRefusal.invalid(value.identifier(), "was of type " + type + " before");
			}
		}
		update.values().forEach((value) -> this.typeOfIdentifier.putIfAbsent(value.identifier(), value.type()));
		this.received.merge(before.assessmentId(), Received.NONE.and(update.timestamp(), digest),
				(earlier, one) -> earlier.and(update.timestamp(), digest));
		return keep(before.updated(update, Instant.now()));
	}

	private Assessment keep(Assessment assessment) {
		if (this.byId.size() >= MOST && !this.byId.containsKey(assessment.assessmentId())) {
			throw new Refused(507, "The sandbox holds at most " + MOST + " assessments");
		}
		this.byId.put(assessment.assessmentId(), assessment);
		return assessment;
	}

	private static String digest(byte[] raw) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What was accepted so far: the newest timestamp, and digests of the last bodies. */
	private record Received(long lastTimestamp, Set<String> digests) {

		private static final int MOST_DIGESTS = 500;

		private static final Received NONE = new Received(Long.MIN_VALUE, Set.of());

		Received and(long timestamp, String digest) {
			Set<String> more = new LinkedHashSet<>(this.digests);
			if (more.size() >= MOST_DIGESTS) {
				more.remove(more.iterator().next());
			}
			more.add(digest);
			return new Received(timestamp, more);
		}

	}

}
