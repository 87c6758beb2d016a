package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the newest test of one side of a connection stands.
 *
 * @param state where it stands
 * @param at when it was answered; null while it was not
 * @param problem what should be mended, or why it still runs; null if there is nothing to
 * say
 * @param missing permissions that the key lacks, as Ashby's API calls them
 */
public record SideTest(State state, @Nullable Instant at, @Nullable String problem, List<String> missing) {

	static final SideTest NONE = new SideTest(State.UNTESTED, null, null, List.of());

	/**
	 * Where a test stands.
	 */
	public enum State {

		/** Nobody asked for one. */
		UNTESTED,
		/** Not answered yet. */
		RUNNING,
		/** The side works. */
		PASSED,
		/** Something must be mended. */
		FAILED

	}

}
