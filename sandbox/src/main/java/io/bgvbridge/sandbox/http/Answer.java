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

	/** An answer with a JSON body, from a tree or a record. */
	public static Answer json(int status, Object body) {
		return new Answer(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
	}

	/** An answer with an HTML page. */
	public static Answer html(int status, String page) {
		return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"),
				page.getBytes(StandardCharsets.UTF_8));
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
