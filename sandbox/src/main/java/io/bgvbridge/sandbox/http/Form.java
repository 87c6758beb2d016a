package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that was sent from one of the sandbox's pages; what does not fit
 * is refused with 400 and a sentence that names the field.
 */
public final class Form {

	private final Map<String, List<String>> fields;

	private Form(Map<String, List<String>> fields) {
		this.fields = fields;
	}

	/**
	 * Reads the request's body.
	 * @throws Refused when it is not a form, or was sent from a page that is not ours
	 */
	public static Form of(Request request) {
		String type = request.header("content-type");
		if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded")) {
			throw new Refused(415, "Send the page's form");
		}
		if (!isOwn(request)) {
			throw new Refused(403, "The form was sent from another site's page");
		}
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (String pair : request.text().split("&")) {
			String[] parts = pair.split("=", 2);
			if (!parts[0].isEmpty()) {
				fields.computeIfAbsent(decoded(parts[0]), (missing) -> new ArrayList<>())
					.add((parts.length > 1) ? decoded(parts[1]).strip() : "");
			}
		}
		return new Form(fields);
	}

	/** The field as non-blank text, without blanks around it. */
	public String text(String name) {
		String text = optionalText(name);
		if (text == null) {
			throw new Refused(400, "Fill in the field '" + name + "'");
		}
		return text;
	}

	/** The field as text without blanks around it, or null when empty or absent. */
	public @Nullable String optionalText(String name) {
		List<String> values = all(name);
		return (values.isEmpty() || values.getFirst().isEmpty()) ? null : values.getFirst();
	}

	/** The field as an http or https address. */
	public URI address(String name) {
		try {
			URI uri = URI.create(text(name));
			if (uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
				return uri;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(400, "The field '" + name + "' is not an address");
		}
		throw new Refused(400, "The field '" + name + "' must be an http or https address");
	}

	/** Every value of a field that may be there several times. */
	public List<String> all(String name) {
		return List.copyOf(this.fields.getOrDefault(name, List.of()));
	}

	/** A browser says where a form comes from; other clients do not. */
	private static boolean isOwn(Request request) {
		String origin = request.header("origin");
		if (origin == null) {
			return true;
		}
		try {
			return String.valueOf(URI.create(origin).getAuthority()).equals(request.header("host"));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(400, "The form is not well encoded");
		}
	}

}
