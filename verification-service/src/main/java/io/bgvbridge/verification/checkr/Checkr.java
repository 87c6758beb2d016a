package io.bgvbridge.verification.checkr;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Need;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.provider.Resent;
import io.bgvbridge.verification.provider.Snapshot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Checkr. An order is an invitation; once the candidate has answered it, a report.
 */
@Component
@EnableConfigurationProperties(CheckrProperties.class)
class Checkr implements Provider {

	private final PackagePages packages;

	private final Ordering ordering;

	private final LookUp lookUp;

	private final Reports reports;

	private final Events events;

	private final Removals removals;

	Checkr(CheckrClient client, JsonMapper json, CheckrProperties properties) {
		People people = new People(client);
		Invitations invitations = new Invitations(client);
		this.packages = new PackagePages(client);
		this.ordering = new Ordering(people, invitations);
		this.lookUp = new LookUp(people, invitations);
		this.reports = new Reports(client, invitations);
		this.events = new Events(json);
		this.removals = new Removals(client, invitations, properties.deletionContact());
	}

	@Override
	public String kind() {
		return "checkr";
	}

	@Override
	public Set<Capability> capabilities() {
		EnumSet<Capability> missing = EnumSet.of(Capability.LIST);
		if (!this.removals.isOffered()) {
			missing.add(Capability.ERASE);
		}
		return EnumSet.complementOf(missing);
	}

	@Override
	public Set<Need> needs() {
		return EnumSet.of(Need.EMAIL);
	}

	/** 1,200 calls a minute. */
	@Override
	public Duration pace() {
		return Duration.ofMillis(50);
	}

	@Override
	public Catalogue catalogue(ProviderAccess access) {
		return this.packages.read(access);
	}

	@Override
	public Placement place(ProviderAccess access, Order order, UUID key) {
		return this.ordering.place(access, order, key);
	}

	@Override
	public List<Match> find(ProviderAccess access, Order order, Instant begun) {
		return this.lookUp.find(access, order, begun);
	}

	@Override
	public Snapshot read(ProviderAccess access, String reference) {
		return this.reports.read(access, reference);
	}

	@Override
	public Cancellation cancel(ProviderAccess access, String reference) {
		return this.ordering.cancel(access, reference);
	}

	@Override
	public Resent resend(ProviderAccess access, Order order, String reference, UUID key) {
		return this.ordering.resend(access, order, reference, key);
	}

	@Override
	public void erase(ProviderAccess access, String reference, List<String> aliases) {
		this.removals.remove(access, reference, aliases);
	}

	@Override
	public Optional<Report> report(ProviderAccess access, String reference, @Nullable URI told) {
		return this.reports.page(access, reference);
	}

	@Override
	public Hint hint(ProviderAccess access, byte[] body) {
		return this.events.hint(body);
	}

}
