package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a connection's Ashby side, in sentences that say what to do.
 */
final class AshbyWords {

	private static final String KEYS = " In Ashby: Admin > Integrations > API Keys.";

	static final String KEY_REFUSED = "Ashby refused the API key: it is wrong, or it was deactivated." + KEYS
			+ " Make a new one and change ashby.apiKey.";

	private static final String REFUSED_LATER = "Ashby refused the API key: it is wrong, was deactivated, or lacks the"
			+ " permission to read and write candidates.";

	private AshbyWords() {
	}

	static String lacks(List<AshbyScope> missing) {
		String names = missing.stream().map((scope) -> "'" + scope.label() + "'").collect(Collectors.joining(" and "));
		return "The key lacks the permission" + ((missing.size() > 1) ? "s " : " ") + names + "." + KEYS
				+ " Edit the key, allow it, and test the connection again.";
	}

	/** Null if nothing is known to be wrong. */
	static @Nullable String problem(Seen ashby) {
		Observation observation = ashby.observation();
		if (observation == null || observation == Observation.REACHABLE) {
			return null;
		}
		if (ashby.words() != null) {
			return ashby.words();
		}
		return (observation == Observation.UNAUTHORIZED) ? REFUSED_LATER : problem(observation);
	}

	static @Nullable String problem(Observation observation) {
		return switch (observation) {
			case REACHABLE -> null;
			case UNAUTHORIZED -> KEY_REFUSED;
			case REJECTED -> "Ashby answered but refused the request.";
			case UNREACHABLE -> "Ashby does not answer. It is asked again by itself.";
			case UNINTELLIGIBLE ->
				"What answers at the address of Ashby does not speak its API. Correct ashby.baseUrl.";
		};
	}

}
