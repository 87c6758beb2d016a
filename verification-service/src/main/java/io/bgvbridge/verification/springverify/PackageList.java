package io.bgvbridge.verification.springverify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Catalogue.Offer;
import io.bgvbridge.verification.provider.Fields;
import tools.jackson.databind.JsonNode;

/**
 * What an account can order, and what it demands of a candidate.
 */
final class PackageList {

	private static final String EMAIL = "EMAIL";

	private static final String PHONE = "PHONE";

	private static final String RESUME = "RESUME";

	private PackageList() {
	}

	static Catalogue read(JsonNode data) {
		if (!data.path("packages").isArray()) {
			throw new Unintelligible("an answer without packages");
		}
		List<Offer> offers = data.path("packages").valueStream().map(PackageList::offer).toList();
		JsonNode credits = data.path("credit_balance");
		return new Catalogue(offers, credits.isIntegralNumber() ? credits.asLong() : null, required(data));
	}

	private static Offer offer(JsonNode row) {
		String subtype = Fields.find(row, "subtype_friendly_name")
			.or(() -> Fields.find(row, "subtype_name"))
			.map((name) -> " – " + name)
			.orElse("");
		return new Offer(Fields.text(row, "package_id") + ":" + Fields.text(row, "subtype_id"),
				Fields.text(row, "package_name") + subtype, "");
	}

	/** The flags are the vendor's own; the list is known from others' work only. */
	private static Set<String> required(JsonNode data) {
		JsonNode email = data.path("is_email_optional");
		JsonNode resume = data.path("is_resume_optional");
		JsonNode list = data.path("required_fields");
		if (!list.isArray() && email.isMissingNode() && resume.isMissingNode()) {
			return Set.of();
		}
		// No order of ours goes without.
		Set<String> required = new LinkedHashSet<>(Set.of(PHONE));
		list.valueStream()
			.map((field) -> field.asString("").strip().toUpperCase(Locale.ROOT))
			.filter(Set.of(EMAIL, RESUME)::contains)
			.forEach(required::add);
		decide(required, EMAIL, email);
		decide(required, RESUME, resume);
		return Set.copyOf(required);
	}

	/** 0 and 1, or as others have seen it false and true. */
	private static void decide(Set<String> required, String field, JsonNode optional) {
		switch (optional.asString("")) {
			case "0", "false" -> required.add(field);
			case "1", "true" -> required.remove(field);
			default -> {
			}
		}
	}

}
