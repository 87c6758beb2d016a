package io.bgvbridge.gateway.verification;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which checks are looked for; what is null does not matter.
 *
 * @param q the check's id, Ashby's id of the application, the candidate's e-mail address
 * or words of the candidate's name
 * @param state where the check stands
 * @param connectionId its connection
 * @param provider its provider's code
 * @param openOnly whether it must be under way
 * @param olderThan how long ago it must have begun, at least
 */
public record CheckFilter(@Nullable String q, @Nullable State state, @Nullable UUID connectionId,
		@Nullable String provider, @Nullable Boolean openOnly, @Nullable Duration olderThan) {

	/**
	 * The same, and a text that is looked for.
	 * @param text as for q
	 * @return another filter
	 */
	public CheckFilter with(String text) {
		return new CheckFilter(text, this.state, this.connectionId, this.provider, this.openOnly, this.olderThan);
	}

	/**
	 * What is looked for besides the text, which may name somebody.
	 * @return values by their names in requests
	 */
	public Map<String, String> others() {
		Map<String, String> values = new LinkedHashMap<>();
		if (this.state != null) {
			values.put("state", this.state.name());
		}
		if (this.connectionId != null) {
			values.put("connectionId", this.connectionId.toString());
		}
		if (this.provider != null && !this.provider.isBlank()) {
			values.put("provider", this.provider);
		}
		if (this.openOnly != null) {
			values.put("openOnly", this.openOnly.toString());
		}
		if (this.olderThan != null) {
			values.put("olderThan", this.olderThan.toString());
		}
		return values;
	}

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "CheckFilter[state=" + this.state + ", connectionId=" + this.connectionId + "]";
	}

}
