package io.bgvbridge.verification.stackone;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Catalogue.Offer;
import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Need;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.PortalPage;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.provider.StatusTable;
import io.bgvbridge.verification.state.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * StackOne's Screening API. It takes orders and can be asked nothing about them: neither
 * how they stand nor whether they are there.
 */
@Component
class StackOne implements Provider {

	private static final int MOST_PAGES = 40;

	private final StackOneClient client;

	private final ResultEvents events;

	StackOne(StackOneClient client, JsonMapper json) {
		this.client = client;
		this.events = new ResultEvents(json, StatusTable.of("stackone"));
	}

	@Override
	public String kind() {
		return "stackone";
	}

	@Override
	public Set<Capability> capabilities() {
		return EnumSet.of(Capability.SIGNED_CALLBACKS);
	}

	@Override
	public Set<Need> needs() {
		return EnumSet.of(Need.EMAIL);
	}

	@Override
	public Duration pace() {
		return Duration.ofSeconds(1);
	}

	@Override
	public Catalogue catalogue(ProviderAccess access) {
		List<Offer> offers = new ArrayList<>();
		String next = "";
		for (int page = 0; page < MOST_PAGES; page++) {
			JsonNode answer = this.client.packages(access, next);
			if (!answer.path("data").isArray()) {
				throw new Unintelligible("packages without data");
			}
			answer.path("data").valueStream().map(StackOne::offer).forEach(offers::add);
			next = Fields.find(answer, "next").orElse("");
			if (next.isEmpty()) {
				return new Catalogue(offers, null, Set.of());
			}
		}
		throw new Unintelligible("packages without end");
	}

	private static Offer offer(JsonNode row) {
		return new Offer(Fields.text(row, "id"), Fields.text(row, "name"), Fields.find(row, "description").orElse(""));
	}

	@Override
	public Placement place(ProviderAccess access, Order order, UUID key) {
		if (order.candidate().email().isBlank()) {
			return new Placement.Refused(Reason.INVALID_CANDIDATE, "");
		}
		try {
			JsonNode placed = this.client.order(access, ScreeningOrder.of(order)).path("data");
			List<String> ids = Stream.of("id", "remote_id")
				.flatMap((field) -> Fields.find(placed, field).stream())
				.distinct()
				.toList();
			if (ids.isEmpty()) {
				throw new Unintelligible("an order without id");
			}
			return new Placement.Placed(ids.getFirst(), ids.subList(1, ids.size()));
		}
		catch (Rejected ex) {
			return ex.code().equals("409") ? new Placement.Duplicate()
					: new Placement.Refused(reason(ex.words()), ex.words());
		}
	}

	/** No code tells the reasons apart, but the words name the member at fault. */
	private static Reason reason(String words) {
		String lower = words.toLowerCase(Locale.ROOT);
		if (lower.contains("package")) {
			return Reason.PACKAGE_UNAVAILABLE;
		}
		return lower.matches("(?s).*(candidate\\.|e-?mail|first_name|last_name).*") ? Reason.INVALID_CANDIDATE
				: Reason.REJECTED_BY_PROVIDER;
	}

	/** The page that an event told; its address may carry a secret. */
	@Override
	public Optional<Report> report(ProviderAccess access, String reference, @Nullable URI told) {
		return Optional.ofNullable(told)
			.or(() -> access.setting(PortalPage.SETTING).flatMap((template) -> PortalPage.of(template, reference)))
			.map(Report.Page::new);
	}

	@Override
	public Hint hint(ProviderAccess access, byte[] body) {
		return this.events.hint(access, body);
	}

}
