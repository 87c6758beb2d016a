package io.bgvbridge.gateway.callback;

import java.util.Map;

import io.bgvbridge.gateway.connection.Connection;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
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

	private final ProviderCallbackReceivedPublisher publisher;

	private final JsonMapper json;

	private final MeterRegistry meters;

	CallbackController(ProviderCallbackReceivedPublisher publisher, JsonMapper json, MeterRegistry meters) {
		this.publisher = publisher;
		this.json = json;
		this.meters = meters;
	}

	@PostMapping(path = "/callbacks/{provider}/{connectionId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Map<String, String> receive(@AuthenticationPrincipal Connection connection, @RequestBody byte[] body) {
		requireJson(body);
		String provider = connection.provider().code();
		this.publisher.received(connection.connectionId(), provider, body);
		this.meters.counter("bgv.callbacks", "provider", provider).increment();
		log.info("callback.received connection={} provider={} bytes={}", connection.connectionId(), provider,
				body.length);
		return Map.of();
	}

	private void requireJson(byte[] body) {
		try {
			if (!this.json.readTree(body).isMissingNode()) {
				return;
			}
		}
		catch (JacksonException ex) {
			// Falls through: the parser's message may quote the body.
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is not valid JSON.");
	}

}
