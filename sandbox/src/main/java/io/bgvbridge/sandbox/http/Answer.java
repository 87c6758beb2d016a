package io.bgvbridge.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param status HTTP status
 * @param headers header fields
 * @param body raw body, may be empty
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, String> headers, byte[] body) {

	private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	/** An answer with a JSON body, from a tree or a record. */
	public static Answer json(int status, Object body) {
		return new Answer(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
	}

	/** An answer with an HTML page. */
	public static Answer html(int status, String page) {
		return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"),
				page.getBytes(StandardCharsets.UTF_8));
	}

	/** An answer with one of the sandbox's own pages. */
	public static Answer page(int status, String page) {
		return html(status, page).with("Content-Security-Policy", PAGE_POLICY)
			.with("Referrer-Policy", "same-origin")
			.with("Cache-Control", "no-store");
	}

	/** Leads the browser to another page of the sandbox, after a form. */
	public static Answer seeOther(String path) {
		return new Answer(303, Map.of("Location", path), new byte[0]);
	}

	/**
	 * An answer with any bytes.
	 * @param type the body's media type
	 */
	public static Answer bytes(int status, String type, byte[] body) {
		return new Answer(status, Map.of("Content-Type", type), body);
	}

	/** A problem detail (RFC 9457), the sandbox's own way to refuse. */
	public static Answer problem(int status, String detail) {
		return bytes(status, "application/problem+json",
				Json.bytes(Json.object().put("status", status).put("detail", detail)));
	}

	/** The same answer with one more header. */
	public Answer with(String header, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Answer(this.status, more, this.body);
	}

	/** The body as text. */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
