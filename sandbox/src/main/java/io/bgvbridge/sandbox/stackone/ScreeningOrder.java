package io.bgvbridge.sandbox.stackone;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order at the screening vendor behind StackOne.
 *
 * @param id StackOne's id of the order
 * @param remoteId the screening vendor's id
 * @param packageId the ordered package
 * @param firstName the candidate's first name
 * @param lastName the candidate's last name
 * @param email the candidate's e-mail address
 * @param customFields {@code unified_custom_fields}, echoed in events
 * @param passthrough what was handed through to the vendor
 * @param result how it stands
 * @param createdAt when it was ordered
 */
public record ScreeningOrder(String id, String remoteId, String packageId, String firstName, String lastName,
		String email, JsonNode customFields, JsonNode passthrough, Result result, Instant createdAt) {

	/** The order reference in the custom fields, or null. */
	public @Nullable String orderRef() {
		return this.customFields.path("order_ref").stringValue(null);
	}

	ScreeningOrder with(Result newResult) {
		return new ScreeningOrder(this.id, this.remoteId, this.packageId, this.firstName, this.lastName, this.email,
				this.customFields, this.passthrough, newResult, this.createdAt);
	}

	@Override
	public String toString() {
		return "ScreeningOrder[id=" + this.id + ", status=" + this.result.status() + "]";
	}

	/**
	 * How an order stands.
	 *
	 * @param status {@code pending}, {@code in_progress}, {@code completed},
	 * {@code failed}, {@code cancelled}, or anything else
	 * @param score the score's value of 100, or null
	 * @param summary a sentence, or null
	 * @param resultUrl address of the vendor's own page, or null
	 * @param submittedAt when the vendor was done, or null
	 */
	public record Result(String status, @Nullable String score, @Nullable String summary, @Nullable String resultUrl,
			@Nullable Instant submittedAt) {

		static final Result PENDING = new Result("pending", null, null, null, null);

		boolean isOver() {
			return this.submittedAt != null;
		}

	}

}
