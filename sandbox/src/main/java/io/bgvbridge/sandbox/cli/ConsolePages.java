package io.bgvbridge.sandbox.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The console's pages that are measured, by what they show.
 *
 * @param paths path and query of each
 */
record ConsolePages(Map<String, String> paths) {

	private static final String CHECKS = "/console/checks";

	/**
	 * The pages over the made-up checks.
	 * @param connections ids of the connections: that of the most checks first, that of
	 * the fewest last
	 * @param cursor a check in the middle
	 */
	static ConsolePages of(List<String> connections, String cursor) {
		Map<String, String> paths = new LinkedHashMap<>();
		paths.put("overview", "/console");
		paths.put("failures", "/console/failures");
		paths.put("checks, newest", CHECKS);
		paths.put("checks, from the middle", CHECKS + "?cursor=" + cursor);
		paths.put("open", CHECKS + "?openOnly=true");
		paths.put("open, older than 7 days", CHECKS + "?openOnly=true&olderThan=P7D");
		paths.put("older than 3 days", CHECKS + "?olderThan=P3D");
		paths.put("state: completed clear (most)", CHECKS + "?state=COMPLETED_CLEAR");
		paths.put("state: awaiting candidate", CHECKS + "?state=AWAITING_CANDIDATE");
		paths.put("state: disputed (few)", CHECKS + "?state=DISPUTED");
		paths.put("state: requested (few)", CHECKS + "?state=REQUESTED");
		paths.put("state: unknown (none)", CHECKS + "?state=UNKNOWN");
		paths.put("connection of most", CHECKS + "?connectionId=" + connections.getFirst());
		paths.put("connection of few", CHECKS + "?connectionId=" + connections.getLast());
		paths.put("connection of few, open, in progress",
				CHECKS + "?openOnly=true&state=IN_PROGRESS&connectionId=" + connections.getLast());
		paths.put("connection of few, disputed", CHECKS + "?state=DISPUTED&connectionId=" + connections.getLast());
		paths.put("provider of most", CHECKS + "?provider=springverify");
		paths.put("provider of few", CHECKS + "?provider=checkr");
		paths.put("provider of few, awaiting candidate", CHECKS + "?provider=checkr&state=AWAITING_CANDIDATE");
		paths.put("provider of none", CHECKS + "?provider=stackone");
		paths.put("name, first and last", CHECKS + "?q=Asha%20Rao");
		paths.put("name, first only, open", CHECKS + "?openOnly=true&q=asha");
		paths.put("e-mail", CHECKS + "?q=nobody%40example.com");
		paths.put("application", CHECKS + "?q=application-500");
		return new ConsolePages(paths);
	}

}
