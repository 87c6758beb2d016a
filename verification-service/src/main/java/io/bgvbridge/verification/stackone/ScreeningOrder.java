package io.bgvbridge.verification.stackone;

import java.util.LinkedHashMap;
import java.util.Map;

import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Order;

/**
 * The body of an order. It bears our order id, which events echo; the API has no field
 * for a phone, which is handed through to the vendor behind it.
 */
final class ScreeningOrder {

	/** Name of our own field. */
	static final String ORDER_REF = "order_ref";

	private ScreeningOrder() {
	}

	static Map<String, ?> of(Order order) {
		Candidate candidate = order.candidate();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("package_id", order.packageKey());
		body.put("candidate", Map.of("first_name", candidate.firstName(), "last_name", candidate.lastName(), "email",
				candidate.email()));
		body.put("unified_custom_fields", Map.of(ORDER_REF, order.assessmentId().toString()));
		if (candidate.phone() != null) {
			body.put("passthrough", Map.of("phone", candidate.phone()));
		}
		return body;
	}

}
