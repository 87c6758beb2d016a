package io.bgvbridge.sandbox.stackone;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.callback.Courier;
import io.bgvbridge.sandbox.callback.Hmac;
import org.jspecify.annotations.Nullable;

/**
 * Sends result events. Nothing is sent again: StackOne documents no retries, so none can
 * be relied on.
 */
final class ResultEvents {

	private static final int MOST = 10_000;

	private final Courier courier = new Courier();

	private final Deque<SentEvent> sent = new ArrayDeque<>();

	private volatile String secret = StackOneSimulator.SIGNING_SECRET;

	private volatile @Nullable URI url;

	void target(URI newUrl) {
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

	synchronized List<SentEvent> sent() {
		return List.copyOf(this.sent);
	}

	void close() {
		this.courier.close();
	}

	/** Sends an event for each state, from a thread of its own. */
	void send(List<ScreeningOrder> states, EventDelivery delivery) {
		if (delivery.times() > 0) {
			List<EventBody> bodies = new ArrayList<>(
					states.stream().map((state) -> EventBody.of(state, delivery)).toList());
			if (delivery.reversed()) {
				Collections.reverse(bodies);
			}
			Thread.ofVirtual().name("stackone-event").start(() -> run(bodies, delivery));
		}
	}

	private void run(List<EventBody> bodies, EventDelivery delivery) {
		try {
			Thread.sleep(delivery.delay());
			for (EventBody body : bodies) {
				for (int time = 0; time < delivery.times(); time++) {
					record(attempt(body, delivery));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private SentEvent attempt(EventBody body, EventDelivery delivery) throws InterruptedException {
		Instant time = Instant.now();
		byte[] sentBody = delivery.signing().sent(body.json());
		String text = new String(sentBody, StandardCharsets.UTF_8);
		URI target = this.url;
		if (target == null) {
			return new SentEvent(time, body.orderId(), body.event(), text, null, "no-url");
		}
		Map<String, String> headers = new HashMap<>(Map.of("User-Agent", "StackOne-Sandbox"));
		String signature = delivery.signing().signature(Hmac::base64Url, this.secret, body.json());
		if (signature != null) {
			headers.put("x-stackone-signature", signature);
		}
		Integer status = this.courier.bring(target, headers, sentBody);
		return new SentEvent(time, body.orderId(), body.event(), text, status,
				(status != null) ? "answered" : "failed");
	}

	private synchronized void record(SentEvent event) {
		this.sent.addLast(event);
		if (this.sent.size() > MOST) {
			this.sent.removeFirst();
		}
	}

}
