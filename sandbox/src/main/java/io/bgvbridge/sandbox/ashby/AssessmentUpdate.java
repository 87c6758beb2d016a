package io.bgvbridge.sandbox.ashby;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A body of {@code assessment.update} that keeps every rule of its own. */
record AssessmentUpdate(String assessmentId, long timestamp, @Nullable DataValue status, @Nullable DataValue profileUrl,
		@Nullable DataValue result, @Nullable DataValue cancelledReason, List<DataValue> metadata) {

	static AssessmentUpdate read(JsonNode body) {
		Input input = Input.of(body, "")
			.only("assessment_id", "timestamp", "assessment_status", "assessment_profile_url", "assessment_result",
					"cancelled_reason", "metadata");
		JsonNode metadata = body.path("metadata");
		AssessmentUpdate update = new AssessmentUpdate(input.uuid("assessment_id"), input.timestamp("timestamp"),
				body.path("assessment_status").isNull() ? null : value(body, "assessment_status"),
				value(body, "assessment_profile_url"), value(body, "assessment_result"),
				value(body, "cancelled_reason"),
				(metadata.isMissingNode() || metadata.isNull()) ? List.of() : DataValue.readAll(metadata, "metadata"));
		update.requireCompanions();
		update.requireUniqueIdentifiers();
		return update;
	}

	List<DataValue> values() {
		return Stream
			.concat(Stream.of(this.status, this.profileUrl, this.result, this.cancelledReason).filter(Objects::nonNull),
					this.metadata.stream())
			.map(Objects::requireNonNull)
			.toList();
	}

	private static @Nullable DataValue value(JsonNode body, String name) {
		JsonNode node = body.path(name);
		return node.isMissingNode() ? null : DataValue.read(node, name);
	}

	private void requireCompanions() {
		if (this.status == null && this.cancelledReason == null) {
			throw AshbyRefusal.invalid("assessment_status", "is required unless cancelled_reason is given");
		}
		if (this.result != null && this.profileUrl == null) {
			throw AshbyRefusal.invalid("assessment_profile_url", "is required with assessment_result");
		}
		if (this.result != null && this.cancelledReason != null) {
			throw AshbyRefusal.invalid("cancelled_reason", "contradicts assessment_result");
		}
		if (this.profileUrl != null && !this.profileUrl.type().equals(ValueType.URL.wire())) {
			throw AshbyRefusal.invalid("assessment_profile_url.type", "must be url");
		}
	}

	private void requireUniqueIdentifiers() {
		Set<String> seen = new HashSet<>();
		for (DataValue value : values()) {
			if (!seen.add(value.identifier())) {
				throw AshbyRefusal.invalid("metadata", "repeats the identifier " + value.identifier());
			}
		}
	}

}
