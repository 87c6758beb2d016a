package io.bgvbridge.gateway.webhook;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that happens in Ashby and matters here.
 */
enum Action {

	/** An application entered an interview stage. */
	STAGE_CHANGE("candidateStageChange"),
	/** A candidate was hired. */
	HIRE("candidateHire"),
	/** Two candidates became one. */
	MERGE("candidateMerge"),
	/** A candidate was deleted. */
	DELETE("candidateDelete");

	private final String code;

	Action(String code) {
		this.code = code;
	}

	static Optional<Action> of(String code) {
		return Arrays.stream(values()).filter((action) -> action.code.equals(code)).findAny();
	}

	String code() {
		return this.code;
	}

}
