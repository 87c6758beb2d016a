package io.bgvbridge.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Told;
import io.bgvbridge.verification.provider.Resent;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.provider.Need;
import org.jspecify.annotations.Nullable;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Page;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.State;

/**
 * A provider that does what a test tells it, and remembers what it was asked. A
 * callback's body is "reference/assessmentId", and what it says of the order, if
 * anything, is set beforehand.
 */
public final class RecordingProvider implements Provider {

	public static final String KIND = "recording";

	public final List<Order> placed = new CopyOnWriteArrayList<>();

	public final List<Found> sought = new CopyOnWriteArrayList<>();

	public final List<String> read = new CopyOnWriteArrayList<>();

	public final List<ProviderAccess> accesses = new CopyOnWriteArrayList<>();

	public final List<Integer> offsets = new CopyOnWriteArrayList<>();

	private volatile IntFunction<Page> pages;

	public final List<String> cancelled = new CopyOnWriteArrayList<>();

	private volatile Supplier<Cancellation> cancellation;

	public final List<String> erased = new CopyOnWriteArrayList<>();

	private volatile Runnable erasure = () -> {
	};

	private volatile Supplier<Placement> placement;

	private volatile Supplier<List<Match>> matches;

	private volatile Supplier<Snapshot> snapshot;

	private volatile Supplier<Optional<Report>> report;

	private volatile Set<Capability> capabilities;

	private volatile Set<Need> needs;

	private volatile Supplier<Resent> resent;

	private volatile @Nullable Told told;

	public final List<UUID> keys = new CopyOnWriteArrayList<>();

	public final List<UUID> resendKeys = new CopyOnWriteArrayList<>();

	private volatile Supplier<Catalogue> catalogue;

	RecordingProvider() {
		reset();
	}

	public void reset() {
		this.placed.clear();
		this.keys.clear();
		this.resendKeys.clear();
		this.capabilities = EnumSet.of(Capability.LOOK_UP, Capability.READ, Capability.LIST, Capability.CANCEL);
		this.needs = EnumSet.allOf(Need.class);
		this.resent = Resent.TooLate::new;
		this.told = null;
		this.sought.clear();
		this.read.clear();
		this.cancelled.clear();
		this.erased.clear();
		this.erasure = () -> {
		};
		this.offsets.clear();
		this.pages = (offset) -> new Page(List.of(), 0, true);
		this.cancellation = () -> Cancellation.CANCELLED;
		this.accesses.clear();
		this.placement = () -> new Placement.Placed("ref-" + UUID.randomUUID(), List.of());
		this.matches = List::of;
		this.snapshot = () -> new Snapshot.Known(Progress.of(State.IN_PROGRESS));
		this.report = Optional::empty;
		this.catalogue = () -> new Catalogue(List.of(new Catalogue.Offer("12:34", "Master", "")), 41L, Set.of());
	}

	public void places(Supplier<Placement> answer) {
		this.placement = answer;
	}

	public void cancels(Supplier<Cancellation> answer) {
		this.cancellation = answer;
	}

	public void erases(Runnable answer) {
		this.erasure = answer;
	}

	public void pages(IntFunction<Page> answer) {
		this.pages = answer;
	}

	public void finds(Match... answer) {
		this.matches = () -> List.of(answer);
	}

	public void finds(Supplier<List<Match>> answer) {
		this.matches = answer;
	}

	public void reads(Supplier<Snapshot> answer) {
		this.snapshot = answer;
	}

	public void offers(Capability... capabilities) {
		this.capabilities = Set.of(capabilities);
	}

	public void needs(Need... needs) {
		this.needs = Set.of(needs);
	}

	public void resends(Supplier<Resent> answer) {
		this.resent = answer;
	}

	/** What the next callbacks say. */
	public void tells(@Nullable Told answer) {
		this.told = answer;
	}

	public void reports(Supplier<Optional<Report>> answer) {
		this.report = answer;
	}

	public void lists(Supplier<Catalogue> answer) {
		this.catalogue = answer;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Set<Capability> capabilities() {
		return this.capabilities;
	}

	@Override
	public Set<Need> needs() {
		return this.needs;
	}

	@Override
	public Duration pace() {
		return Duration.ofSeconds(1);
	}

	@Override
	public Catalogue catalogue(ProviderAccess access) {
		this.accesses.add(access);
		return this.catalogue.get();
	}

	@Override
	public Placement place(ProviderAccess access, Order order, UUID key) {
		this.keys.add(key);
		this.accesses.add(access);
		this.placed.add(order);
		return this.placement.get();
	}

	@Override
	public List<Match> find(ProviderAccess access, Order order, Instant begun) {
		this.sought.add(new Found(order, begun));
		return this.matches.get();
	}

	@Override
	public Snapshot read(ProviderAccess access, String reference) {
		this.read.add(reference);
		return this.snapshot.get();
	}

	@Override
	public Page list(ProviderAccess access, int offset) {
		this.offsets.add(offset);
		return this.pages.apply(offset);
	}

	@Override
	public Cancellation cancel(ProviderAccess access, String reference) {
		this.cancelled.add(reference);
		return this.cancellation.get();
	}

	@Override
	public void erase(ProviderAccess access, String reference, List<String> aliases) {
		this.erased.add(reference + aliases);
		this.erasure.run();
	}

	@Override
	public Resent resend(ProviderAccess access, Order order, String reference, UUID key) {
		this.resendKeys.add(key);
		return this.resent.get();
	}

	@Override
	public Optional<Report> report(ProviderAccess access, String reference, @Nullable URI link) {
		this.read.add(reference);
		return this.report.get();
	}

	@Override
	public Hint hint(ProviderAccess access, byte[] body) {
		String[] ids = new String(body, StandardCharsets.UTF_8).split("/", 2);
		return new Hint(ids[0].isEmpty() ? List.of() : List.of(ids[0]),
				ids[1].isEmpty() ? null : UUID.fromString(ids[1]), this.told);
	}

	public record Found(Order order, Instant begun) {

	}

}
