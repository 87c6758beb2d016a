package io.bgvbridge.verification.checkr;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Catalogue.Offer;
import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.databind.JsonNode;

/**
 * An account's packages, which go by their slugs.
 */
class PackagePages {

	private static final int MOST_PAGES = 20;

	private final CheckrClient client;

	PackagePages(CheckrClient client) {
		this.client = client;
	}

	Catalogue read(ProviderAccess access) {
		List<Offer> offers = new ArrayList<>();
		for (int page = 1; page <= MOST_PAGES; page++) {
			JsonNode answer = this.client.list(access, "/v1/packages", Map.of("page", Integer.toString(page)));
			if (!answer.path("data").isArray()) {
				throw new Unintelligible("packages without data");
			}
			answer.path("data").valueStream().map(PackagePages::offer).forEach(offers::add);
			if (Fields.find(answer, "next_href").isEmpty()) {
				return new Catalogue(offers, null, Set.of());
			}
		}
		throw new Unintelligible("packages without end");
	}

	private static Offer offer(JsonNode row) {
		return new Offer(Fields.text(row, "slug"), Fields.text(row, "name"), description(row));
	}

	/** What it contains and, as ordering costs money, what it costs. */
	private static String description(JsonNode row) {
		String screenings = row.path("screenings")
			.valueStream()
			.flatMap((screening) -> Fields.find(screening, "type").stream())
			.distinct()
			.map(ReportReading::words)
			.collect(Collectors.joining(", "));
		JsonNode cents = row.path("price");
		String price = cents.isIntegralNumber() ? "USD " + BigDecimal.valueOf(cents.asLong(), 2) : "";
		return screenings + ((screenings.isEmpty() || price.isEmpty()) ? "" : "; ") + price;
	}

}
