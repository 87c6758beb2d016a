package io.bgvbridge.gateway.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.bgvbridge.gateway.connection.Callers;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.signature.Notation;
import io.bgvbridge.gateway.signature.Signature;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The door for Ashby's webhooks. Ashby never repeats one that was answered 401, 403, 404,
 * 405 or 410, so that 401 is said only when it is certain.
 */
@RestController
class WebhookController {

	private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

	private static final String HEADER = "Ashby-Signature";

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	private static final UUID NOBODY = new UUID(0, 0);

	private final Callers callers;

	private final WebhookBody bodies;

	private final Webhooks webhooks;

	private final MeterRegistry meters;

	WebhookController(Callers callers, WebhookBody bodies, Webhooks webhooks, MeterRegistry meters) {
		this.callers = callers;
		this.bodies = bodies;
		this.webhooks = webhooks;
		this.meters = meters;
	}

	@PostMapping("/ashby/webhooks/{connectionId}")
	Map<String, Boolean> receive(@PathVariable String connectionId,
			@RequestHeader(name = HEADER, required = false) @Nullable String header,
			@RequestBody(required = false) byte @Nullable [] body) {
		byte[] raw = (body != null) ? body : new byte[0];
		Connection connection = sender(connectionId,
				new Signature(Notation.NAMED_HEX, (header != null) ? header : "", raw));
		AshbyWebhook webhook = this.bodies.read(raw);
		Optional<Action> action = Action.of(webhook.action());
		Webhooks.Outcome outcome = action.map((known) -> this.webhooks.take(connection, known, webhook))
			.orElse(Webhooks.Outcome.IGNORED);
		String what = action.map(Action::code).orElse("ping".equals(webhook.action()) ? "ping" : "other");
		this.meters.counter("bgv.webhooks", "action", what, "outcome", outcome.name()).increment();
		log.info("webhook.received connection={} action={} outcome={}", connection.connectionId(), what, outcome);
		return Map.of("success", true);
	}

	private Connection sender(String connectionId, Signature signature) {
		UUID named = ID.matcher(connectionId).matches() ? UUID.fromString(connectionId) : NOBODY;
		return this.callers.withWebhookSecret(named, signature::madeWith).orElseThrow(() -> {
			this.meters.counter("bgv.signin.refused", "door", "webhook").increment();
			return new ResponseStatusException(HttpStatus.UNAUTHORIZED, "The signature is missing or not valid.");
		});
	}

}
