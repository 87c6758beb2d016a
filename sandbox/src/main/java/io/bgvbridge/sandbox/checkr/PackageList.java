package io.bgvbridge.sandbox.checkr;

import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be ordered. */
final class PackageList {

	private static final List<Row> ROWS = List.of(
			new Row("a25bc5a1e9a9d1e3d4c9c9a1", "checkrdirect_essential_criminal", "Essential Criminal", 2999),
			new Row("b36cd6b2fabae2f4e5dadab2", "checkrdirect_professional_criminal", "Professional Criminal", 8999),
			new Row("c47de7c3abcbf3a5f6ebebc3", "employment_education", "Employment and Education", 5999));

	private PackageList() {
	}

	static boolean has(String slug) {
		return ROWS.stream().anyMatch((row) -> row.slug().equals(slug));
	}

	static Answer page(Request request) {
		Pages.onlyKnown(request);
		return Pages.of(request, ROWS, Row::view);
	}

	/**
	 * A package.
	 *
	 * @param id Checkr's id
	 * @param slug by which it is ordered
	 * @param name what it is called
	 * @param price in cents
	 */
	private record Row(String id, String slug, String name, int price) {

		ObjectNode view() {
			ObjectNode view = Json.object()
				.put("id", this.id)
				.put("object", "package")
				.put("name", this.name)
				.put("slug", this.slug)
				.put("price", this.price)
				.put("apply_url", "https://apply.checkr.com/apply/sandbox/" + this.slug);
			ArrayNode screenings = view.putArray("screenings");
			screenings.addObject().put("type", "national_criminal_search").putNull("subtype");
			return view;
		}

	}

}
