package io.bgvbridge.verification.checkr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.databind.JsonNode;

/**
 * Checkr's candidates: one for each person of Ashby's.
 */
class People {

	private static final String ALL = "/v1/candidates";

	/** A phone is no must; one that Checkr would refuse is left out. */
	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{6,18}[0-9]");

	private final CheckrClient client;

	People(CheckrClient client) {
		this.client = client;
	}

	/**
	 * The person of an order, made known to Checkr if need be. Orders nothing, so that no
	 * failure of it is an order of unknown outcome.
	 * @return Checkr's id
	 */
	String candidate(ProviderAccess access, Order order) {
		try {
			return known(access, order).path("data")
				.valueStream()
				.filter((each) -> order.candidate().email().equalsIgnoreCase(each.path("email").asString("")))
				.flatMap((each) -> Fields.find(each, "id").stream())
				.findFirst()
				.orElseGet(() -> create(access, order));
		}
		catch (Unavailable ex) {
			throw new Unavailable("before ordering", Sent.NO, ex.retryAfter(), ex);
		}
	}

	/**
	 * Those that bear Ashby's id of the person.
	 * @return the list's first page
	 */
	JsonNode known(ProviderAccess access, Order order) {
		return this.client.list(access, ALL, Map.of("custom_id", order.candidateId()));
	}

	private String create(ProviderAccess access, Order order) {
		Map<String, Object> body = body(order);
		// The same person in each attempt at one order, a person of new details
		// otherwise.
		return Fields.text(this.client.post(access, ALL, body, DerivedKey.of(order.assessmentId() + "/" + body)), "id");
	}

	private static Map<String, Object> body(Order order) {
		Candidate candidate = order.candidate();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("email", candidate.email());
		List.of(Map.entry("first_name", candidate.firstName()), Map.entry("last_name", candidate.lastName()))
			.stream()
			.filter((name) -> !name.getValue().isBlank())
			.forEach((name) -> body.put(name.getKey(), name.getValue()));
		if (candidate.phone() != null && PHONE.matcher(candidate.phone().strip()).matches()) {
			body.put("phone", candidate.phone().strip());
		}
		body.put("custom_id", order.candidateId());
		body.put("no_middle_name", true);
		body.put("metadata", Map.of("source", "bgv-bridge"));
		return body;
	}

}
