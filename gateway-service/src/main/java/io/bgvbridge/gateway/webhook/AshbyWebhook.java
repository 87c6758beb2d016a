package io.bgvbridge.gateway.webhook;

import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.uuid.Generators;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A webhook as Ashby sent it, read leniently: only what is needed must be there.
 *
 * @param action what happened, in Ashby's word
 * @param identity Ashby's identity of what happened, or a digest of the body
 * @param data the rest
 */
record AshbyWebhook(String action, String identity, JsonNode data) {

	private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

	private static final int MAX_TEXT = 200;

	/**
	 * The identity of the record. One thing that happens in Ashby may be told as several
	 * actions, so that the action is part of it.
	 */
	UUID eventId(UUID connectionId) {
		return Generators.nameBasedGenerator(connectionId).generate(this.action + ":" + this.identity);
	}

	/**
	 * An id.
	 * @throws ResponseStatusException if it is missing or unusable
	 */
	String id(String... path) {
		JsonNode node = at(path);
		if (!node.isString() || !ID.matcher(node.stringValue()).matches()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The webhook has no usable data." + String.join(".", path) + ".");
		}
		return node.stringValue();
	}

	/** A text without control characters; empty if it is missing or unusable. */
	String text(String... path) {
		JsonNode node = at(path);
		String text = node.isString() ? node.stringValue().replaceAll("\\p{Cntrl}", " ").strip() : "";
		return (text.length() <= MAX_TEXT) ? text : "";
	}

	private JsonNode at(String... path) {
		JsonNode node = this.data;
		for (String member : path) {
			node = node.path(member);
		}
		return node;
	}

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "AshbyWebhook";
	}

}
