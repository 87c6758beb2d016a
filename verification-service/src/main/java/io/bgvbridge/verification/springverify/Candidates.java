package io.bgvbridge.verification.springverify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Page;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.provider.StatusTable;
import tools.jackson.databind.JsonNode;

/**
 * An account's candidates, by e-mail or the newest first.
 */
final class Candidates {

	private static final int PAGE = 100;

	private final SpringVerifyClient client;

	private final StatusTable statuses;

	Candidates(SpringVerifyClient client, StatusTable statuses) {
		this.client = client;
		this.statuses = statuses;
	}

	/**
	 * Asks by e-mail. The contract shows that answer without the candidate's id; where it
	 * is missing, the newest page of the list is read too, which has it.
	 */
	List<Match> find(ProviderAccess access, Order order, Instant begun) {
		String email = order.candidate().email();
		List<JsonNode> found = email.isBlank() ? List.of() : candidates(access, Map.of("email", email));
		if (email.isBlank() || !found.stream().allMatch((candidate) -> candidate.has("candidate_id"))) {
			found = page(access, 0).stream().filter((candidate) -> isSame(candidate, order)).toList();
			if (found.isEmpty()) {
				throw new Unintelligible("a candidate without candidate_id that the list does not show");
			}
		}
		return found.stream()
			.map((candidate) -> new Match(Fields.text(candidate, "candidate_id"), likelihood(candidate, order, begun)))
			.toList();
	}

	private static boolean isSame(JsonNode candidate, Order order) {
		String email = order.candidate().email();
		return email.isBlank() ? orderId(candidate).equals(order.assessmentId().toString())
				: email.equalsIgnoreCase(candidate.path("email").asString(""));
	}

	private static String orderId(JsonNode candidate) {
		return candidate.path("meta_data").path("order_id").asString("");
	}

	private static Likelihood likelihood(JsonNode found, Order order, Instant begun) {
		String orderId = orderId(found);
		if (!orderId.isEmpty()) {
			return orderId.equals(order.assessmentId().toString()) ? Likelihood.CERTAIN : Likelihood.FOREIGN;
		}
		try {
			// A date without a zone: the earliest reading of our own time decides.
			LocalDate initiated = LocalDate.parse(found.path("initiation_date").asString(""));
			return initiated.isBefore(LocalDate.ofInstant(begun, ZoneOffset.UTC)) ? Likelihood.FOREIGN
					: Likelihood.POSSIBLE;
		}
		catch (DateTimeParseException ex) {
			return Likelihood.FOREIGN;
		}
	}

	/**
	 * The contract's list shows a text and dates, the vendor's answers also the code. A
	 * company can switch the texts, so that a text is only compared with itself.
	 */
	Page list(ProviderAccess access, int offset) {
		List<JsonNode> found = page(access, offset);
		List<Page.Listed> orders = found.stream()
			.filter((candidate) -> candidate.path("candidate_id").isValueNode())
			.map(this::listed)
			.toList();
		return new Page(orders, found.size(), found.size() < PAGE);
	}

	private Page.Listed listed(JsonNode candidate) {
		JsonNode code = candidate.path("overall_status_code");
		String mark = code.asString("") + "/" + candidate.path("overall_status").asString("") + "/"
				+ candidate.path("completion_date").asString("");
		return new Page.Listed(candidate.path("candidate_id").asString(), mark,
				(code.isIntegralNumber() && this.statuses.snapshot(code.asString()) instanceof Snapshot.Known known)
						? known.progress() : null);
	}

	private List<JsonNode> page(ProviderAccess access, int offset) {
		return candidates(access, Map.of("limit", Integer.toString(PAGE), "offset", Integer.toString(offset)));
	}

	private List<JsonNode> candidates(ProviderAccess access, Map<String, String> query) {
		return this.client.details(access, query)
			.map((data) -> data.isArray() ? data.valueStream().toList() : List.of(data))
			.orElse(List.of());
	}

}
