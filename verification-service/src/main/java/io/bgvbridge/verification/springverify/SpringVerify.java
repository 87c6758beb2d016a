package io.bgvbridge.verification.springverify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Catalogue.Offer;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Page;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.provider.Snapshot.Known;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * SpringVerify IN. Orderable is the pair of package and subtype; the candidate's form
 * link in its answers is a secret of the candidate's and is dropped where it is read.
 */
@Component
class SpringVerify implements Provider {

	private static final String PAGE = "100";

	private static final Pattern PAIR = Pattern.compile("[0-9]{1,18}:[0-9]{1,18}");

	private final SpringVerifyClient client;

	private final JsonMapper json;

	SpringVerify(SpringVerifyClient client, JsonMapper json) {
		this.client = client;
		this.json = json;
	}

	@Override
	public String kind() {
		return "springverify";
	}

	@Override
	public Catalogue catalogue(ProviderAccess access) {
		JsonNode data = this.client.packages(access);
		List<Offer> offers = new ArrayList<>();
		for (JsonNode row : data.path("packages")) {
			String subtype = row.path("subtype_friendly_name").asString(row.path("subtype_name").asString(""));
			offers.add(new Offer(text(row, "package_id") + ":" + text(row, "subtype_id"),
					text(row, "package_name") + (subtype.isEmpty() ? "" : " – " + subtype), ""));
		}
		JsonNode credits = data.path("credit_balance");
		return new Catalogue(offers, credits.isIntegralNumber() ? credits.asLong() : null);
	}

	@Override
	public Placement place(ProviderAccess access, Order order) {
		Optional<IndianMobile> phone = Optional.ofNullable(order.candidate().phone()).flatMap(IndianMobile::parse);
		if (phone.isEmpty()) {
			return new Placement.Refused(
					(order.candidate().phone() != null) ? Reason.INVALID_CANDIDATE : Reason.MISSING_PHONE, "");
		}
		if (!PAIR.matcher(order.packageKey()).matches()) {
			return new Placement.Refused(Reason.PACKAGE_UNAVAILABLE, "");
		}
		try {
			return new Placement.Placed(text(this.client.add(access, body(order, phone.get())), "candidate_id"));
		}
		catch (Rejected ex) {
			return ex.code().equals("409") ? new Placement.Duplicate()
					: new Placement.Refused(reason(ex.words()), ex.words());
		}
	}

	private static Map<String, ?> body(Order order, IndianMobile phone) {
		Candidate candidate = order.candidate();
		String[] pair = order.packageKey().split(":", 2);
		return Map.of("candidate",
				Map.of("name", (candidate.firstName() + " " + candidate.lastName()).strip(), "email", candidate.email(),
						"phone", phone.digits(), "invite", true, "meta_data",
						Map.of("order_id", order.assessmentId().toString())),
				"package", Map.of("package_id", Long.parseLong(pair[0]), "subtype_id", Long.parseLong(pair[1]),
						"config", Map.of()),
				"send_invite_email", true);
	}

	/**
	 * No code tells the reasons apart; only a refusal for want of credits is worth a
	 * guess.
	 */
	private static Reason reason(String words) {
		return words.toLowerCase(java.util.Locale.ROOT).matches(".*(credit|fund|balance).*") ? Reason.NO_CREDITS
				: Reason.REJECTED_BY_PROVIDER;
	}

	/**
	 * Asks by e-mail. The contract shows that answer without the candidate's id; where it
	 * is missing, the newest page of the list is read too, which has it.
	 */
	@Override
	public List<Match> find(ProviderAccess access, Order order, Instant begun) {
		String email = order.candidate().email();
		List<JsonNode> found = candidates(access, Map.of("email", email));
		if (!found.stream().allMatch((candidate) -> candidate.has("candidate_id"))) {
			found = candidates(access, Map.of("limit", PAGE, "offset", "0")).stream()
				.filter((candidate) -> email.equalsIgnoreCase(candidate.path("email").asString("")))
				.toList();
			if (found.isEmpty()) {
				throw new Unintelligible("a candidate without candidate_id that the list does not show");
			}
		}
		return found.stream()
			.map((candidate) -> new Match(text(candidate, "candidate_id"), likelihood(candidate, order, begun)))
			.toList();
	}

	private List<JsonNode> candidates(ProviderAccess access, Map<String, String> query) {
		return this.client.details(access, query)
			.map((data) -> data.isArray() ? data.valueStream().toList() : List.of(data))
			.orElse(List.of());
	}

	private static Likelihood likelihood(JsonNode found, Order order, Instant begun) {
		String orderId = found.path("meta_data").path("order_id").asString("");
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

	@Override
	public Snapshot read(ProviderAccess access, String reference) {
		JsonNode data = this.client.details(access, Map.of("candidate_id", reference))
			.orElseThrow(() -> new Rejected("404", ""));
		JsonNode code = (data.isArray() ? data.get(0) : data).path("overall_status_code");
		if (!code.isIntegralNumber()) {
			throw new Unintelligible("details without overall_status_code");
		}
		return StatusTable.snapshot(code.asInt());
	}

	/**
	 * The contract's list shows a text and dates, the vendor's answers also the code. A
	 * company can switch the texts, so that a text is only compared with itself.
	 */
	@Override
	public Page list(ProviderAccess access, int offset) {
		List<JsonNode> found = candidates(access, Map.of("limit", PAGE, "offset", Integer.toString(offset)));
		List<Page.Listed> orders = found.stream()
			.filter((candidate) -> candidate.path("candidate_id").isValueNode())
			.map(SpringVerify::listed)
			.toList();
		return new Page(orders, found.size(), found.size() < Integer.parseInt(PAGE));
	}

	private static Page.Listed listed(JsonNode candidate) {
		JsonNode code = candidate.path("overall_status_code");
		String mark = code.asString("") + "/" + candidate.path("overall_status").asString("") + "/"
				+ candidate.path("completion_date").asString("");
		Progress known = (code.isIntegralNumber() && StatusTable.snapshot(code.asInt()) instanceof Known snapshot)
				? snapshot.progress() : null;
		return new Page.Listed(candidate.path("candidate_id").asString(), mark, known);
	}

	/** No document of the vendor's shows a cancel in its API; its portal has one. */
	@Override
	public Cancellation cancel(ProviderAccess access, String reference) {
		return Cancellation.NOT_OFFERED;
	}

	@Override
	public Optional<byte[]> report(ProviderAccess access, String reference) {
		try {
			return this.client.report(access, reference).map(Base64.getMimeDecoder()::decode);
		}
		catch (IllegalArgumentException ex) {
			throw new Unintelligible("a report that is not Base64");
		}
	}

	@Override
	public Hint hint(byte[] body) {
		try {
			JsonNode callback = this.json.readTree(body);
			JsonNode reference = callback.path("candidate_id");
			return new Hint((reference.isValueNode() && !reference.isNull()) ? reference.asString() : null,
					uuid(callback.path("meta_data").path("order_id").asString("")));
		}
		catch (JacksonException ex) {
			return new Hint(null, null);
		}
	}

	private static @Nullable UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		if (!value.isValueNode() || value.isNull() || value.asString().isBlank()) {
			throw new Unintelligible("an answer without " + field);
		}
		return value.asString();
	}

}
