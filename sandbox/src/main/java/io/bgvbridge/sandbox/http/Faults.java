package io.bgvbridge.sandbox.http;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The failures that are ordered; each call takes the oldest one that fits it.
 */
public final class Faults {

	private static final int MOST = 1000;

	private final List<Simulator> vendors;

	private final List<Fault> ordered = new ArrayList<>();

	Faults(List<Simulator> vendors) {
		this.vendors = List.copyOf(vendors);
	}

	/**
	 * Orders a failure.
	 * @throws IllegalArgumentException when the vendor or operation does not exist, or
	 * too many failures are ordered
	 */
	public synchronized void add(Fault fault) {
		Simulator vendor = this.vendors.stream()
			.filter((candidate) -> candidate.name().equals(fault.vendor()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Unknown vendor '" + fault.vendor() + "'; known are "
					+ String.join(", ", this.vendors.stream().map(Simulator::name).toList())));
		if (vendor.routes()
			.stream()
			.noneMatch((route) -> !Simulator.isScreen(route.path())
					&& fault.strikes(vendor.name(), route.path().substring(1)))) {
			throw new IllegalArgumentException("Unknown operation '" + fault.operation() + "'; GET / lists them");
		}
		if (this.ordered.size() >= MOST) {
			throw new IllegalArgumentException("Too many faults; DELETE /faults first");
		}
		this.ordered.add(fault);
	}

	/** What is still to happen, oldest first. */
	public synchronized List<Fault> list() {
		return List.copyOf(this.ordered);
	}

	/** Takes all orders back. */
	public synchronized void clear() {
		this.ordered.clear();
	}

	synchronized @Nullable Fault take(String vendor, String path) {
		for (int i = 0; i < this.ordered.size(); i++) {
			Fault fault = this.ordered.get(i);
			if (!fault.strikes(vendor, path)) {
				continue;
			}
			if (fault.times() == 1) {
				this.ordered.remove(i);
			}
			else if (fault.times() > 1) {
				this.ordered.set(i, fault.times(fault.times() - 1));
			}
			return fault;
		}
		return null;
	}

}
