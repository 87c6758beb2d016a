package io.bgvbridge.gateway.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Proof;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Providers' door.
 */
@RestController
class CallbackController {

	private static final Logger log = LoggerFactory.getLogger(CallbackController.class);

	private final SignedCallbacks signed;

	private final ProviderCallbackReceivedPublisher publisher;

	private final JsonMapper json;

	private final MeterRegistry meters;

	private final Duration maxAge;

	CallbackController(SignedCallbacks signed, ProviderCallbackReceivedPublisher publisher, JsonMapper json,
			MeterRegistry meters, CallbackProperties properties) {
		this.signed = signed;
		this.publisher = publisher;
		this.json = json;
		this.meters = meters;
		this.maxAge = properties.callbackMaxAge();
	}

	@PostMapping(path = "/callbacks/{provider}/{connectionId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Map<String, String> receive(@AuthenticationPrincipal @Nullable Connection shown, HttpServletRequest request,
			@RequestBody(required = false) byte @Nullable [] body) {
		byte[] raw = (body != null) ? body : new byte[0];
		Connection connection = (shown != null) ? shown : this.signed.sender(request, raw);
		CallbackBody callback = new CallbackBody(raw, parse(raw));
		UUID connectionId = connection.connectionId();
		UUID eventId = switch (connection.provider().proof()) {
			case Proof.Bearer bearer -> callback.freshEventId();
			case Proof.Signed proof -> {
				requireRecent(callback, proof);
				yield callback.signedEventId(connectionId);
			}
		};
		String provider = connection.provider().code();
		this.publisher.received(eventId, connectionId, provider, raw);
		this.meters.counter("bgv.callbacks", "provider", provider).increment();
		log.info("callback.received connection={} provider={} event={} bytes={}", connectionId, provider, eventId,
				raw.length);
		return Map.of();
	}

	/** What is signed once can be sent again for ever. */
	private void requireRecent(CallbackBody callback, Proof.Signed proof) {
		Instant oldest = Instant.now().minus(this.maxAge);
		if (callback.sentAt(proof.timeMember()).filter((at) -> at.isBefore(oldest)).isPresent()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The callback is too old.");
		}
	}

	private JsonNode parse(byte[] body) {
		try {
			JsonNode parsed = this.json.readTree(body);
			if (!parsed.isMissingNode()) {
				return parsed;
			}
		}
		catch (JacksonException ex) {
			// Falls through: the parser's message may quote the body.
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is not valid JSON.");
	}

}
