package io.bgvbridge.verification.springverify;

import java.util.LinkedHashMap;
import java.util.Map;

import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Order;

/**
 * The body that adds a candidate, has the form sent and bears our order id.
 */
final class Addition {

	private Addition() {
	}

	static Map<String, ?> of(Order order, PackagePair pair, IndianMobile phone) {
		return Map.of("candidate", candidate(order, phone), "package",
				Map.of("package_id", pair.packageId(), "subtype_id", pair.subtypeId(), "config", Map.of()),
				"send_invite_email", true);
	}

	private static Map<String, Object> candidate(Order order, IndianMobile phone) {
		Candidate person = order.candidate();
		Map<String, Object> candidate = new LinkedHashMap<>();
		candidate.put("name", CandidateName.of(person).text());
		if (!person.email().isBlank()) {
			candidate.put("email", person.email());
		}
		candidate.put("phone", phone.digits());
		candidate.put("invite", true);
		candidate.put("meta_data", Map.of("order_id", order.assessmentId().toString()));
		return candidate;
	}

}
