package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said of a verification in words, which may be personal.
 *
 * @param words the vendor's words for the recruiter; null if there are none
 * @param packageName the package's name; null where it is not known
 * @param checks how each check stands
 */
record Details(@Nullable String words, @Nullable String packageName, List<CheckLine> checks) {

	static final Details NONE = new Details(null, null, List.of());

	private static final JsonMapper JSON = JsonMapper.builder().build();

	Details {
		checks = List.copyOf(checks);
	}

	/** Reads the JSON that is sealed in events and rows. */
	static Details read(byte[] json) {
		JsonNode details = JSON.readTree(json);
		List<CheckLine> checks = details.path("checks")
			.valueStream()
			.map((check) -> new CheckLine(check.path("type").asString(""), check.path("label").asString(""),
					check.path("status").asString("")))
			.toList();
		return new Details(text(details, "words"), text(details, "packageName"), checks);
	}

	byte[] json() {
		ObjectNode details = JSON.createObjectNode();
		if (this.words != null) {
			details.put("words", this.words);
		}
		if (this.packageName != null) {
			details.put("packageName", this.packageName);
		}
		ArrayNode list = details.putArray("checks");
		this.checks.forEach((check) -> list.addObject()
			.put("type", check.type())
			.put("label", check.label())
			.put("status", check.status()));
		return details.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static @Nullable String text(JsonNode details, String member) {
		return details.path(member).asStringOpt().filter((value) -> !value.isBlank()).orElse(null);
	}

	/**
	 * Leaves everything out.
	 */
	@Override
	public String toString() {
		return "Details[checks=" + this.checks.size() + "]";
	}

}
