package io.bgvbridge.gateway.verification;

import java.time.Duration;
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
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "CheckFilter[state=" + this.state + ", connectionId=" + this.connectionId + "]";
	}

}
