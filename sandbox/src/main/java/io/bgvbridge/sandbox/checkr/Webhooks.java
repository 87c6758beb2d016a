package io.bgvbridge.sandbox.checkr;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import io.bgvbridge.sandbox.callback.Courier;
import io.bgvbridge.sandbox.callback.Hmac;
import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends webhooks. As at the vendor, whatever is not answered with 2xx is sent again, and
 * what comes later does not wait for it.
 */
final class Webhooks {

	private static final int MOST = 10_000;

	private static final int MOST_ATTEMPTS = 34;

	private final Courier courier = new Courier();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Deque<SentWebhook> sent = new ArrayDeque<>();

	private volatile String secret = CheckrSimulator.SIGNING;

	private volatile @Nullable URI url;

	private volatile Duration retryDelay = Duration.ofMillis(500);

	void target(@Nullable URI newUrl) {
		this.url = newUrl;
	}

	@Nullable URI url() {
		return this.url;
	}

	String secret() {
		return this.secret;
	}

	void secret(String newSecret) {
		this.secret = newSecret;
	}

	void retryDelay(Duration delay) {
		this.retryDelay = delay;
	}

	synchronized List<SentWebhook> sent() {
		return List.copyOf(this.sent);
	}

	void close() {
		this.threads.shutdownNow();
		this.courier.close();
	}

	void send(String type, ObjectNode object, WebhookDelivery delivery) {
		send(List.of(new Event(type, object)), delivery);
	}

	/** Sends the events, from a thread of its own. */
	void send(List<Event> events, WebhookDelivery delivery) {
		if (delivery.times() == 0) {
			return;
		}
		List<Body> bodies = new ArrayList<>(events.stream().map((event) -> body(event, delivery)).toList());
		if (delivery.reversed()) {
			Collections.reverse(bodies);
		}
		start(() -> run(bodies, delivery));
	}

	private void run(List<Body> bodies, WebhookDelivery delivery) throws InterruptedException {
		Thread.sleep(delivery.delay());
		for (Body body : bodies) {
			for (int time = 0; time < delivery.times(); time++) {
				if (!attempt(body, delivery).isSettled()) {
					start(() -> again(body, delivery));
				}
			}
		}
	}

	private void again(Body body, WebhookDelivery delivery) throws InterruptedException {
		for (int attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) {
			Thread.sleep(this.retryDelay);
			if (attempt(body, delivery).isSettled()) {
				return;
			}
		}
	}

	private void start(Interruptible task) {
		try {
			this.threads.execute(() -> {
				try {
					task.run();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			});
		}
		catch (RejectedExecutionException ex) {
			// the sandbox is being closed
		}
	}

	private SentWebhook attempt(Body body, WebhookDelivery delivery) throws InterruptedException {
		Instant time = Instant.now();
		byte[] sentBody = delivery.signing().sent(body.json());
		URI target = this.url;
		Integer status = (target != null) ? this.courier.bring(target, headers(body, delivery), sentBody) : null;
		String outcome = (target == null) ? "no-url" : ((status != null) ? "answered" : "failed");
		SentWebhook attempted = new SentWebhook(time, body.eventId(), body.type(),
				new String(sentBody, StandardCharsets.UTF_8), status, outcome);
		record(attempted);
		return attempted;
	}

	private Map<String, String> headers(Body body, WebhookDelivery delivery) {
		Map<String, String> headers = new HashMap<>(Map.of("User-Agent", "Checkr-Webhook/1.0"));
		String signature = delivery.signing().signature(Hmac::hex, this.secret, body.json());
		if (signature != null) {
			headers.put("X-Checkr-Signature", signature);
		}
		return headers;
	}

	private Body body(Event event, WebhookDelivery delivery) {
		String eventId = Ids.next();
		ObjectNode body = Json.object()
			.put("id", eventId)
			.put("object", "event")
			.put("type", event.type())
			.put("created_at", Views.text(Instant.now().minus(delivery.age())))
			.put("webhook_url", String.valueOf(this.url))
			.put("account_id", "sandbox-account");
		body.putObject("data").set("object", event.object());
		return new Body(eventId, event.type(), Json.bytes(body));
	}

	private synchronized void record(SentWebhook webhook) {
		this.sent.addLast(webhook);
		if (this.sent.size() > MOST) {
			this.sent.removeFirst();
		}
	}

	/**
	 * Something that happened.
	 *
	 * @param type its type
	 * @param object the object as it is then
	 */
	record Event(String type, ObjectNode object) {
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Body(String eventId, String type, byte[] json) {
	}

	@FunctionalInterface
	private interface Interruptible {

		void run() throws InterruptedException;

	}

}
