package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.util.List;

/**
 * One vendor's stand-in, mounted at {@code /} + its name. Paths that begin with
 * {@code /ui/} play the vendor's screens: they are neither recorded nor made to fail.
 */
public interface Simulator extends Endpoint {

	/** The vendor's short name, also the first segment of its paths. */
	String name();

	/** All routes below the mount point. */
	List<Route> routes();

	/**
	 * How this vendor words a failure of its own, for an injected fault without a body.
	 */
	Answer failure(int status);

	/** Told once, before the first call: where the simulator can be reached. */
	void mountedAt(URI baseUrl);

	/** Told once, after the last call: whatever still runs in the background ends. */
	default void unmounted() {
	}

}
