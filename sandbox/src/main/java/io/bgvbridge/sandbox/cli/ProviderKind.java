package io.bgvbridge.sandbox.cli;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A provider that can be chosen by name.
 */
enum ProviderKind {

	/** SpringVerify IN. */
	SPRINGVERIFY("springverify", SpringVerifyPortal::new),
	/** StackOne's Screening API. */
	STACKONE("stackone", StackOnePortal::new),
	/** Checkr. */
	CHECKR("checkr", CheckrPortal::new);

	private final String code;

	private final BiFunction<Walk, Rest, ProviderPortal> portal;

	ProviderKind(String code, BiFunction<Walk, Rest, ProviderPortal> portal) {
		this.code = code;
		this.portal = portal;
	}

	/** The provider of that name, or null. */
	static @Nullable ProviderKind of(String code) {
		return Arrays.stream(values()).filter((kind) -> kind.code.equals(code)).findFirst().orElse(null);
	}

	/** All names. */
	static String codes() {
		return Arrays.stream(values()).map((kind) -> kind.code).collect(Collectors.joining(", "));
	}

	/** The name, which is also the simulator's. */
	String code() {
		return this.code;
	}

	ProviderPortal portal(Walk walk) {
		return this.portal.apply(walk, Rest.at(walk.addresses().sandbox() + "/" + this.code).enduring(walk.outage()));
	}

}
