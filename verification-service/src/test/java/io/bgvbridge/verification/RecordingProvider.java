package io.bgvbridge.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Catalogue;
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
 * callback's body is "reference/assessmentId".
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

	private volatile Supplier<Placement> placement;

	private volatile Supplier<List<Match>> matches;

	private volatile Supplier<Snapshot> snapshot;

	private volatile Supplier<Optional<byte[]>> report;

	private volatile Supplier<Catalogue> catalogue;

	RecordingProvider() {
		reset();
	}

	public void reset() {
		this.placed.clear();
		this.sought.clear();
		this.read.clear();
		this.cancelled.clear();
		this.offsets.clear();
		this.pages = (offset) -> new Page(List.of(), 0, true);
		this.cancellation = () -> Cancellation.CANCELLED;
		this.accesses.clear();
		this.placement = () -> new Placement.Placed("ref-" + UUID.randomUUID());
		this.matches = List::of;
		this.snapshot = () -> new Snapshot.Known(Progress.of(State.IN_PROGRESS));
		this.report = Optional::empty;
		this.catalogue = () -> new Catalogue(List.of(new Catalogue.Offer("12:34", "Master", "")), 41L);
	}

	public void places(Supplier<Placement> answer) {
		this.placement = answer;
	}

	public void cancels(Supplier<Cancellation> answer) {
		this.cancellation = answer;
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

	public void reports(Supplier<Optional<byte[]>> answer) {
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
	public Catalogue catalogue(ProviderAccess access) {
		this.accesses.add(access);
		return this.catalogue.get();
	}

	@Override
	public Placement place(ProviderAccess access, Order order) {
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
	public Optional<byte[]> report(ProviderAccess access, String reference) {
		this.read.add(reference);
		return this.report.get();
	}

	@Override
	public Hint hint(byte[] body) {
		String[] ids = new String(body, StandardCharsets.UTF_8).split("/", 2);
		return new Hint(ids[0].isEmpty() ? null : ids[0], ids[1].isEmpty() ? null : UUID.fromString(ids[1]));
	}

	public record Found(Order order, Instant begun) {

	}

}
