package io.bgvbridge.gateway.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads the bodies of Ashby's webhooks.
 */
@Component
final class WebhookBody {

	private final JsonMapper json;

	WebhookBody(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Reads a body.
	 * @param body the bytes, whose signature was good
	 * @return the webhook
	 * @throws ResponseStatusException if it is none
	 */
	AshbyWebhook read(byte[] body) {
		JsonNode whole = parse(body);
		if (!whole.isObject() || !whole.path("action").isString()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The webhook must be a JSON object with an action.");
		}
		JsonNode identity = whole.path("webhookActionId");
		return new AshbyWebhook(whole.path("action").stringValue(),
				(identity.isString() && !identity.stringValue().isBlank()) ? identity.stringValue() : digest(body),
				whole.path("data"));
	}

	private JsonNode parse(byte[] body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The webhook is not valid JSON.");
		}
	}

	/** Ashby's schema leaves the identity out; equal bodies are then taken for one. */
	private static String digest(byte[] body) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
