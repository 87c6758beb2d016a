package io.bgvbridge.verification.springverify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Need;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Page;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.provider.StatusTable;
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

	private final SpringVerifyClient client;

	private final JsonMapper json;

	private final StatusTable statuses = StatusTable.of("springverify");

	private final Candidates candidates;

	SpringVerify(SpringVerifyClient client, JsonMapper json) {
		this.client = client;
		this.json = json;
		this.candidates = new Candidates(client, this.statuses);
	}

	@Override
	public String kind() {
		return "springverify";
	}

	@Override
	public Set<Capability> capabilities() {
		return EnumSet.of(Capability.LOOK_UP, Capability.READ, Capability.LIST);
	}

	@Override
	public Set<Need> needs() {
		return EnumSet.of(Need.EMAIL, Need.PHONE);
	}

	@Override
	public Duration pace() {
		return Duration.ofSeconds(1);
	}

	@Override
	public Catalogue catalogue(ProviderAccess access) {
		return PackageList.read(this.client.packages(access));
	}

	@Override
	public Placement place(ProviderAccess access, Order order, UUID key) {
		String phone = order.candidate().phone();
		Optional<IndianMobile> mobile = Optional.ofNullable(phone).flatMap(IndianMobile::parse);
		if (mobile.isEmpty()) {
			return new Placement.Refused((phone != null) ? Reason.INVALID_CANDIDATE : Reason.MISSING_PHONE, "");
		}
		Optional<PackagePair> pair = PackagePair.parse(order.packageKey());
		if (pair.isEmpty()) {
			return new Placement.Refused(Reason.PACKAGE_UNAVAILABLE, "");
		}
		try {
			JsonNode added = this.client.add(access, Addition.of(order, pair.get(), mobile.get()));
			return new Placement.Placed(Fields.text(added, "candidate_id"), List.of());
		}
		catch (Rejected ex) {
			return ex.code().equals("409") ? new Placement.Duplicate()
					: new Placement.Refused(reason(ex.words()), ex.words());
		}
	}

	/**
	 * No code tells the reasons apart; only a refusal for want of credits is worth a
	 * guess.
	 */
	private static Reason reason(String words) {
		return words.toLowerCase(Locale.ROOT).matches(".*(credit|fund|balance).*") ? Reason.NO_CREDITS
				: Reason.REJECTED_BY_PROVIDER;
	}

	@Override
	public List<Match> find(ProviderAccess access, Order order, Instant begun) {
		return this.candidates.find(access, order, begun);
	}

	@Override
	public Snapshot read(ProviderAccess access, String reference) {
		JsonNode data = this.client.details(access, Map.of("candidate_id", reference))
			.orElseThrow(() -> new Rejected("404", ""));
		JsonNode code = (data.isArray() ? data.get(0) : data).path("overall_status_code");
		if (!code.isIntegralNumber()) {
			throw new Unintelligible("details without overall_status_code");
		}
		return this.statuses.snapshot(code.asString());
	}

	@Override
	public Page list(ProviderAccess access, int offset) {
		return this.candidates.list(access, offset);
	}

	@Override
	public Optional<Report> report(ProviderAccess access, String reference, @Nullable URI told) {
		try {
			return this.client.report(access, reference).map(Base64.getMimeDecoder()::decode).map(Report.Pdf::new);
		}
		catch (IllegalArgumentException ex) {
			throw new Unintelligible("a report that is not Base64");
		}
	}

	@Override
	public Hint hint(ProviderAccess access, byte[] body) {
		try {
			JsonNode callback = this.json.readTree(body);
			return new Hint(Fields.find(callback, "candidate_id").map(List::of).orElse(List.of()),
					Fields.uuid(callback.path("meta_data"), "order_id"));
		}
		catch (JacksonException ex) {
			return Hint.NONE;
		}
	}

}
