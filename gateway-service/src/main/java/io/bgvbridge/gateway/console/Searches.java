package io.bgvbridge.gateway.console;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;

/**
 * What somebody has looked for lately. People are looked for by name and e-mail, which
 * must not be in addresses: those are written into logs and histories. So a search is
 * kept in the session, and the address holds its number only.
 */
final class Searches {

	private static final String ATTRIBUTE = Searches.class.getName();

	private static final int MOST = 20;

	private Searches() {
	}

	static UUID keep(HttpSession session, String text) {
		UUID search = UUID.randomUUID();
		synchronized (Searches.class) {
			Map<UUID, String> kept = of(session);
			kept.put(search, text);
			session.setAttribute(ATTRIBUTE, kept);
		}
		return search;
	}

	/** Empty once the session has ended, or has seen many other searches. */
	static Optional<String> find(HttpSession session, UUID search) {
		return Optional.ofNullable(of(session).get(search));
	}

	@SuppressWarnings("unchecked")
	private static Map<UUID, String> of(HttpSession session) {
		Object kept = session.getAttribute(ATTRIBUTE);
		return (kept != null) ? (Map<UUID, String>) kept
				: Collections.synchronizedMap(new LinkedHashMap<UUID, String>() {

					@Override
					protected boolean removeEldestEntry(Map.Entry<UUID, String> eldest) {
						return size() > MOST;
					}

				});
	}

}
