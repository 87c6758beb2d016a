package io.bgvbridge.gateway.connection;

import java.util.ArrayList;
import java.util.List;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about an Ashby key.
 *
 * @param observation what was seen
 * @param missing permissions that the key lacks
 */
record AshbyProbe(Observation observation, List<AshbyScope> missing) {

	/**
	 * Asks whether the key works, may read and may write. Nothing is changed.
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure if Ashby cannot say now
	 */
	static AshbyProbe of(AshbyClient client, AshbyAccess access) {
		try {
			client.apiKeyInfo(access);
			List<AshbyScope> missing = new ArrayList<>();
			if (!client.mayReadCandidates(access)) {
				missing.add(AshbyScope.READ);
			}
			if (!client.mayWriteCandidates(access)) {
				missing.add(AshbyScope.WRITE);
			}
			return missing.isEmpty() ? seen(Observation.REACHABLE)
					: new AshbyProbe(Observation.UNAUTHORIZED, List.copyOf(missing));
		}
		catch (Unauthorized ex) {
			return seen(Observation.UNAUTHORIZED);
		}
		catch (Rejected ex) {
			// A status instead of a code: no answer of Ashby's.
			return seen(ex.code().matches("[0-9]+") ? Observation.UNINTELLIGIBLE : Observation.REJECTED);
		}
		catch (Unintelligible ex) {
			return seen(Observation.UNINTELLIGIBLE);
		}
	}

	private static AshbyProbe seen(Observation observation) {
		return new AshbyProbe(observation, List.of());
	}

	/** What should be mended; null if nothing. */
	@Nullable String words() {
		return this.missing.isEmpty() ? AshbyWords.problem(this.observation) : AshbyWords.lacks(this.missing);
	}

	List<String> missingCodes() {
		return this.missing.stream().map(AshbyScope::code).toList();
	}

}
