package io.bgvbridge.sandbox.stackone;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be ordered. A page holds at most two packages whatever the caller asks for,
 * because a page may be smaller than asked.
 */
final class PackagePages {

	private static final int LARGEST_PAGE = 2;

	private static final Set<String> KNOWN = Set.of("page_size", "next", "updated_after", "fields", "filter", "raw",
			"proxy");

	private static final List<Row> ROWS = List.of(new Row("54321", "veremark-basic", "Basic screening"),
			new Row("54322", "veremark-plus", "Employment and education"),
			new Row("54323", "veremark-global", "Global sanctions"));

	private PackagePages() {
	}

	static boolean has(String id) {
		return ROWS.stream().anyMatch((row) -> row.id().equals(id));
	}

	static Answer page(Request request) {
		for (String name : request.query().keySet()) {
			if (!KNOWN.contains(name)) {
				throw StackOneRefusal.of(400, "Unknown query parameter " + name);
			}
		}
		int from = from(request.parameter("next"));
		int to = Math.min(ROWS.size(), from + size(request.parameter("page_size")));
		ObjectNode answer = Json.object().put("next", (to < ROWS.size()) ? cursor(to) : null);
		ArrayNode data = answer.putArray("data");
		ROWS.subList(from, to).forEach((row) -> data.add(row.view()));
		return Answer.json(200, answer);
	}

	static Answer one(Request request) {
		return ROWS.stream()
			.filter((row) -> row.id().equals(request.variable("id")))
			.findFirst()
			.map((row) -> Answer.json(200, Json.object().set("data", row.view())))
			.orElseThrow(() -> StackOneRefusal.of(404, "Package not found"));
	}

	private static int size(@Nullable String text) {
		if (text == null) {
			return LARGEST_PAGE;
		}
		if (!text.matches("[1-9]\\d{0,2}")) {
			throw StackOneRefusal.of(400, "page_size is a positive number");
		}
		return Math.min(LARGEST_PAGE, Integer.parseInt(text));
	}

	private static int from(@Nullable String cursor) {
		for (int from = 0; from < ROWS.size(); from++) {
			if (cursor == null || cursor.equals(cursor(from))) {
				return from;
			}
		}
		throw StackOneRefusal.of(400, "Unknown cursor in next");
	}

	private static String cursor(int from) {
		return Base64.getUrlEncoder()
			.encodeToString(("{\"remote\":\"page+" + from + "\"}").getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * A package.
	 *
	 * @param id StackOne's id
	 * @param remoteId the screening vendor's id
	 * @param name what it is called
	 */
	private record Row(String id, String remoteId, String name) {

		ObjectNode view() {
			return Json.object()
				.put("id", this.id)
				.put("remote_id", this.remoteId)
				.put("name", this.name)
				.put("description", this.name + ", as the screening vendor describes it");
		}

	}

}
