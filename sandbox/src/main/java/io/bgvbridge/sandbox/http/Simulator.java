package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.util.List;

/**
 * One vendor's stand-in, mounted at {@code /} + its name. Some paths play the vendor's
 * screens: they are neither recorded nor made to fail.
 */
public interface Simulator extends Endpoint {

	/**
	 * Whether a path below the mount point plays the vendor's screens: as JSON below
	 * {@code /ui/}, as pages at {@code /} and below {@code /app} and {@code /portal}.
	 */
	static boolean isScreen(String path) {
		return path.equals("/") || path.matches("/(ui|app|portal)(/.*)?");
	}

	/** The vendor's short name, also the first segment of its paths. */
	String name();

	/** All routes below the mount point. */
	List<Route> routes();

	/**
	 * How this vendor words a failure of its own, for an injected fault without a body.
	 */
	Answer failure(int status);

	/** The path, from the root, of the first of the vendor's pages. */
	default String home() {
		return "/" + name() + "/portal";
	}

	/** Whose pages they are, for the sandbox's first page. */
	default String introduction() {
		return name();
	}

	/** Told once, before the first call: where services reach the simulator. */
	void mountedAt(URI baseUrl);

	/** Told once, before the first call: where people's browsers do. */
	default void shownAt(URI baseUrl) {
	}

	/** Told once, after the last call: whatever still runs in the background ends. */
	default void unmounted() {
	}

}
