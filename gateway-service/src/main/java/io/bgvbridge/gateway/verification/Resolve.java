package io.bgvbridge.gateway.verification;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * An operator's answer to what became of an order, as it came; exactly one of both is
 * given.
 *
 * @param link the provider's reference of the order, if it was placed
 * @param orderAgain true if it was never placed
 */
public record Resolve(@Nullable String link, @Nullable Boolean orderAgain) {

	private static final Pattern REFERENCE = Pattern.compile("[!-~]{1,200}");

	/**
	 * Checks everything.
	 * @return the command
	 * @throws ResponseStatusException with what the answer must be
	 */
	public Operation operation() {
		boolean again = Boolean.TRUE.equals(this.orderAgain);
		if ((this.link != null) == (this.orderAgain != null) || (this.orderAgain != null && !again)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The body must be either {\"link\": \"<the provider's reference>\"} or {\"orderAgain\": true}.");
		}
		if (this.link == null) {
			return new Operation(Operation.Kind.RESOLVE_ORDER_AGAIN, null);
		}
		String reference = this.link.strip();
		if (!REFERENCE.matcher(reference).matches()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "link must be 1 to 200 visible characters.");
		}
		return new Operation(Operation.Kind.RESOLVE_LINK, reference);
	}

}
