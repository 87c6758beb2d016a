package io.bgvbridge.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A small table of routes: fill it once, then let it answer.
 */
public final class Routes {

	private final Map<Route, Endpoint> endpoints = new LinkedHashMap<>();

	/**
	 * Adds a route.
	 * @param path path with {@code {variables}} that stand for one segment each
	 * @param what one sentence for the list at {@code GET /}
	 */
	public Routes on(String method, String path, String what, Endpoint endpoint) {
		this.endpoints.put(new Route(method, path, what), endpoint);
		return this;
	}

	/** The routes in the order in which they were added. */
	public List<Route> list() {
		return List.copyOf(this.endpoints.keySet());
	}

	/** Answers by the matching route, with 404 or 405 when there is none. */
	public Answer answer(Request request) {
		TreeSet<String> allowed = new TreeSet<>();
		for (Map.Entry<Route, Endpoint> candidate : List.copyOf(this.endpoints.entrySet())) {
			Map<String, String> variables = candidate.getKey().match(request.path());
			if (variables == null) {
				continue;
			}
			if (candidate.getKey().method().equals(request.method())) {
				return candidate.getValue().answer(request.with(variables));
			}
			allowed.add(candidate.getKey().method());
		}
		if (allowed.isEmpty()) {
			return Answer.problem(404, "Nothing is here; GET / lists what is");
		}
		String methods = String.join(", ", new ArrayList<>(allowed));
		return Answer.problem(405, "Use " + methods).with("Allow", methods);
	}

}
