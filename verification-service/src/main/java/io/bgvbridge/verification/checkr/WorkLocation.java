package io.bgvbridge.verification.checkr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.bgvbridge.verification.provider.ProviderAccess;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection's candidates are to work.
 *
 * @param country ISO 3166 alpha-2
 * @param state null if none is set
 * @param city null if none is set
 */
record WorkLocation(String country, @Nullable String state, @Nullable String city) {

	static Optional<WorkLocation> of(ProviderAccess access) {
		return access.setting("workLocation.country")
			.map((country) -> new WorkLocation(country, access.setting("workLocation.state").orElse(null),
					access.setting("workLocation.city").orElse(null)));
	}

	Map<String, String> members() {
		Map<String, String> members = new LinkedHashMap<>();
		members.put("country", this.country);
		if (this.state != null) {
			members.put("state", this.state);
		}
		if (this.city != null) {
			members.put("city", this.city);
		}
		return members;
	}

	/** Checkr's lists leave out everything elsewhere. */
	boolean isListed() {
		return this.country.equalsIgnoreCase("US");
	}

}
