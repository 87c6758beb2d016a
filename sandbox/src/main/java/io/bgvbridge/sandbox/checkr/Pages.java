package io.bgvbridge.sandbox.checkr;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists in pages: {@code page} from 1, {@code per_page} up to 100. */
final class Pages {

	private static final int USUAL = 25;

	private static final int LARGEST = 100;

	private Pages() {
	}

	/**
	 * Refuses query parameters that the list does not know.
	 * @throws CheckrRefusal with 400
	 */
	static void onlyKnown(Request request, String... filters) {
		Set<String> known = Set.of(filters);
		for (String name : request.query().keySet()) {
			if (!known.contains(name) && !name.equals("page") && !name.equals("per_page")) {
				throw CheckrRefusal.of(400, name + " is not a known parameter");
			}
		}
	}

	static <T> Answer of(Request request, List<T> all, Function<T, ObjectNode> view) {
		int page = number(request, "page", 1, Integer.MAX_VALUE / LARGEST);
		int size = number(request, "per_page", USUAL, LARGEST);
		ObjectNode answer = Json.object().put("object", "list").put("count", all.size());
		ArrayNode data = answer.putArray("data");
		all.stream().skip((long) (page - 1) * size).limit(size).forEach((each) -> data.add(view.apply(each)));
		answer.put("next_href", (page * size < all.size()) ? href(request, page + 1) : null)
			.put("previous_href", (page > 1) ? href(request, page - 1) : null);
		return Answer.json(200, answer);
	}

	private static int number(Request request, String name, int usual, int most) {
		String text = request.parameter(name);
		if (text == null) {
			return usual;
		}
		if (!text.matches("[1-9]\\d{0,7}") || Integer.parseInt(text) > most) {
			throw CheckrRefusal.of(400, name + " is invalid");
		}
		return Integer.parseInt(text);
	}

	private static String href(Request request, int page) {
		String others = request.query()
			.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals("page"))
			.map((entry) -> "&" + entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining());
		return request.path() + "?page=" + page + others;
	}

}
