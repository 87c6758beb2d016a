package io.bgvbridge.sandbox.ashby;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A stage of the interview plan.
 *
 * @param id uuid
 * @param title shown to the recruiter
 * @param type {@code PreInterviewScreen}, {@code Active} or {@code Hired}
 */
public record Stage(String id, String title, String type) {

	static final Stage FIRST = new Stage(id("Application Review"), "Application Review", "PreInterviewScreen");

	static final Stage HIRED = new Stage(id("Hired"), "Hired", "Hired");

	static Stage active(String title, @Nullable String id) {
		return new Stage((id != null) ? id : id(title), title, "Active");
	}

	/** The same title always has the same id. */
	private static String id(String title) {
		byte[] name = ("stage:" + title.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
		return UUID.nameUUIDFromBytes(name).toString();
	}

}
