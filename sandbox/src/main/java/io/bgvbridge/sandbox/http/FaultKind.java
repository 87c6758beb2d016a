package io.bgvbridge.sandbox.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a vendor's call is made to fail. */
public enum FaultKind {

	/** Answers the status without doing anything. */
	STATUS,
	/** Waits, then answers as usual. */
	DELAY,
	/** Does the effect and answers only after the delay. */
	TIMEOUT_AFTER_COMMIT,
	/** Closes the connection without effect and without an answer. */
	RESET_BEFORE,
	/** Does the effect, then closes the connection without an answer. */
	RESET_AFTER_COMMIT,
	/** Answers HTTP 200 with {@code "success": false}, without effect. */
	SUCCESS_FALSE,
	/** Does the effect, then answers the status. */
	ERROR_AFTER_COMMIT;

	/** The name in JSON, such as {@code reset-before}. */
	public String wire() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static FaultKind of(String wire) {
		for (FaultKind kind : values()) {
			if (kind.wire().equals(wire)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("Unknown kind '" + wire + "'; known are "
				+ Arrays.stream(values()).map(FaultKind::wire).collect(Collectors.joining(", ")));
	}

}
