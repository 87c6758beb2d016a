package io.bgvbridge.verification.checkr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.verification.provider.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An invitation to a candidate, which is what an order is at Checkr. The link to the
 * candidate's form is a secret of the candidate's and is dropped here.
 *
 * @param id Checkr's id of it
 * @param status pending, completed, expired or deleted
 * @param candidateId Checkr's id of the candidate
 * @param reportId Checkr's id of the report; null before there is one
 * @param packageKey slug of the package; empty if Checkr does not say
 * @param createdAt when it was sent; null if Checkr does not say
 * @param tags its tags
 */
record Invitation(String id, String status, String candidateId, @Nullable String reportId, String packageKey,
		@Nullable Instant createdAt, List<String> tags) {

	static final String DELETED = "deleted";

	private static final String EXPIRED = "expired";

	private static final String PENDING = "pending";

	private static final String ORDER = "order:";

	static Invitation read(JsonNode node) {
		return new Invitation(Fields.text(node, "id"),
				Fields.find(node, "deleted_at").isPresent() ? DELETED : Fields.text(node, "status"),
				Fields.text(node, "candidate_id"), Fields.find(node, "report_id").orElse(null),
				Fields.find(node, "package").orElse(""), Fields.instant(node, "created_at").orElse(null), tags(node));
	}

	static List<String> tags(JsonNode node) {
		return node.path("tags").valueStream().map((tag) -> tag.asString("")).toList();
	}

	/** The tag that bears our order id. */
	static String tag(UUID assessmentId) {
		return ORDER + assessmentId;
	}

	/** Our order id, from tags. */
	static Optional<UUID> order(List<String> tags) {
		return tags.stream()
			.filter((tag) -> tag.startsWith(ORDER))
			.flatMap((tag) -> Optional.ofNullable(Fields.uuid(tag.substring(ORDER.length()))).stream())
			.findFirst();
	}

	/** Whether the candidate has answered it. */
	boolean isAnswered() {
		return this.reportId != null || !List.of(PENDING, EXPIRED, DELETED).contains(this.status);
	}

	/** Whether nothing can come of it any more. */
	boolean isOver() {
		return this.reportId == null && (this.status.equals(EXPIRED) || this.status.equals(DELETED));
	}

}
