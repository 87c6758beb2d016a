package io.bgvbridge.sandbox.checkr;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An invitation, which is the order until the candidate has filled in the form.
 *
 * @param id invitation id
 * @param candidateId the candidate
 * @param order what was ordered
 * @param status {@code pending}, {@code completed} or {@code expired}
 * @param createdAt when it was made
 * @param expiresAt when it runs out
 * @param deletedAt when it was deleted, or null
 * @param reportId the report, once the form is filled in
 * @param token secret of the candidate's link
 */
public record Invitation(String id, String candidateId, Order order, String status, Instant createdAt,
		Instant expiresAt, @Nullable Instant deletedAt, @Nullable String reportId, @JsonIgnore String token) {

	static final String PENDING = "pending";

	static final String COMPLETED = "completed";

	static final String EXPIRED = "expired";

	/** Whether the candidate can still fill in the form. */
	@JsonIgnore
	public boolean isOpen() {
		return this.status.equals(PENDING) && this.deletedAt == null;
	}

	Invitation expired() {
		return with(EXPIRED, this.deletedAt, this.reportId);
	}

	Invitation completed(String newReportId) {
		return with(COMPLETED, this.deletedAt, newReportId);
	}

	Invitation deleted(Instant now) {
		return with(this.status, now, this.reportId);
	}

	private Invitation with(String newStatus, @Nullable Instant newDeletedAt, @Nullable String newReportId) {
		return new Invitation(this.id, this.candidateId, this.order, newStatus, this.createdAt, this.expiresAt,
				newDeletedAt, newReportId, this.token);
	}

	@Override
	public String toString() {
		return "Invitation[id=" + this.id + ", status=" + this.status + "]";
	}

	/**
	 * What was ordered.
	 *
	 * @param packageSlug the package
	 * @param workLocations where the candidate will work
	 * @param node the account's branch, or null
	 * @param tags what the company marked it with
	 */
	public record Order(String packageSlug, JsonNode workLocations, @Nullable String node, List<String> tags) {
	}

}
