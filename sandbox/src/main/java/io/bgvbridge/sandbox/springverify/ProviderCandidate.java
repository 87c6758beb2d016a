package io.bgvbridge.sandbox.springverify;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A candidate, which at SpringVerify is also the order.
 *
 * @param id candidate id
 * @param uuid candidate uuid
 * @param name full name
 * @param email e-mail address, empty when none was given
 * @param phone ten digits
 * @param employeeId the company's own id, or null
 * @param packageId the ordered package
 * @param subtypeId the ordered subtype
 * @param metaData what the company sent along, echoed in callbacks
 * @param code overall status code
 * @param initiatedAt when it was added
 * @param completedAt when it became final, or null
 * @param formToken secret of the candidate's form link
 */
public record ProviderCandidate(long id, String uuid, String name, String email, String phone,
		@Nullable String employeeId, int packageId, int subtypeId, JsonNode metaData, int code, Instant initiatedAt,
		@Nullable Instant completedAt, String formToken) {

	/** The order id in the meta data, or null. */
	public @Nullable String orderId() {
		JsonNode orderId = this.metaData.path("order_id");
		return orderId.isString() ? orderId.stringValue() : null;
	}

	ProviderCandidate with(int newCode, Instant now) {
		return new ProviderCandidate(this.id, this.uuid, this.name, this.email, this.phone, this.employeeId,
				this.packageId, this.subtypeId, this.metaData, newCode, this.initiatedAt,
				OverallStatus.isFinal(newCode) ? now : null, this.formToken);
	}

	@Override
	public String toString() {
		return "ProviderCandidate[id=" + this.id + ", code=" + this.code + "]";
	}

}
