package io.bgvbridge.sandbox.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One line of the sandbox's list of addresses.
 *
 * @param method HTTP method
 * @param path path with {@code {variables}}
 * @param what one sentence on what it does
 */
public record Route(String method, String path, String what) {

	@Nullable Map<String, String> match(String actual) {
		List<String> wanted = List.of(this.path.split("/", -1));
		List<String> given = List.of(actual.split("/", -1));
		if (wanted.size() != given.size()) {
			return null;
		}
		Map<String, String> variables = new HashMap<>();
		for (int i = 0; i < wanted.size(); i++) {
			String segment = wanted.get(i);
			if (segment.startsWith("{") && !given.get(i).isEmpty()) {
				variables.put(segment.substring(1, segment.length() - 1), given.get(i));
			}
			else if (!segment.equals(given.get(i))) {
				return null;
			}
		}
		return variables;
	}

	/**
	 * Whether a path, without query, ends with that operation, whose segments may be
	 * {@code {variables}}.
	 */
	static boolean ends(String path, String operation) {
		List<String> wanted = List.of(operation.split("/", -1));
		List<String> given = List.of(path.split("/", -1));
		if (given.size() < wanted.size()) {
			return false;
		}
		String end = String.join("/", given.subList(given.size() - wanted.size(), given.size()));
		return end.equals(operation) || new Route("", operation, "").match(end) != null;
	}

	Route below(String mountPoint) {
		return new Route(this.method, mountPoint + this.path, this.what);
	}

}
