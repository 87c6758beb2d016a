package io.bgvbridge.sandbox.ashby;

import java.util.Objects;

/** The partner gave no answer, or one that breaks the contract. */
final class PartnerMisfit extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PartnerMisfit(String problem) {
		super(problem, null, false, false);
	}

	String problem() {
		return Objects.requireNonNullElse(getMessage(), "unknown");
	}

}
