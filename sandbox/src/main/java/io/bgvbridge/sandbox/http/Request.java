package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One call as a simulator sees it: the path is local to the simulator, the body is whole.
 *
 * @param method HTTP method in capitals
 * @param path decoded path below the mount point, with a leading slash
 * @param query decoded query parameters, the last one wins
 * @param headers header fields by lower-case name, the first one wins
 * @param variables what the braces of the matched route stand for
 * @param body the raw body, empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers,
		Map<String, String> variables, byte[] body) {

	static Request of(String method, URI uri, Map<String, String> headers, byte[] body) {
		return new Request(method, Objects.requireNonNullElse(uri.getPath(), "/"), parameters(uri.getRawQuery()),
				headers, Map.of(), body);
	}

	/** The header's value, or null. */
	public @Nullable String header(String name) {
		return this.headers.get(name.toLowerCase(Locale.ROOT));
	}

	/** The query parameter's value, or null. */
	public @Nullable String parameter(String name) {
		return this.query.get(name);
	}

	/** What the route's {@code {name}} stands for. */
	public String variable(String name) {
		return Objects.requireNonNull(this.variables.get(name), name);
	}

	/** A path with the route's variables in place of its braces. */
	String filled(String template) {
		String path = template;
		for (Map.Entry<String, String> variable : this.variables.entrySet()) {
			path = path.replace("{" + variable.getKey() + "}",
					URLEncoder.encode(variable.getValue(), StandardCharsets.UTF_8));
		}
		return path;
	}

	/** Whether the caller is a browser that wants a page. */
	boolean wantsPage() {
		String accept = header("accept");
		return accept != null && accept.contains("text/html");
	}

	/** Whether the body is declared to be {@code application/json}. */
	public boolean isJson() {
		String type = header("content-type");
		return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
	}

	/** The body as text. */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	Request below(String mountPoint) {
		return new Request(this.method, this.path.substring(mountPoint.length()), this.query, this.headers,
				this.variables, this.body);
	}

	Request with(Map<String, String> found) {
		return new Request(this.method, this.path, this.query, this.headers, found, this.body);
	}

	private static Map<String, String> parameters(@Nullable String rawQuery) {
		if (rawQuery == null || rawQuery.isEmpty()) {
			return Map.of();
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : rawQuery.split("&")) {
			String[] parts = pair.split("=", 2);
			parameters.put(decoded(parts[0]), (parts.length > 1) ? decoded(parts[1]) : "");
		}
		return Collections.unmodifiableMap(parameters);
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(400, "The query string is not well encoded");
		}
	}

}
