package io.bgvbridge.sandbox.ashby.webhook;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's webhooks. Registering or editing one sends a {@code ping} at once;
 * without an answer of 2xx it is kept, but disabled.
 */
public final class Webhooks implements AutoCloseable {

	private static final int MOST = 100;

	private final Map<String, Webhook> byId = new LinkedHashMap<>();

	private final Deliveries deliveries = new Deliveries();

	/**
	 * Registers a receiver of all events and pings it.
	 * @throws Refused with 400 when there is no secret, or 409 when the address has one
	 * already
	 */
	public Webhook register(URI requestUrl, String secretToken) {
		if (secretToken.isBlank()) {
			throw new Refused(400, "secretToken is required");
		}
		synchronized (this) {
			if (this.byId.values().stream().anyMatch((known) -> known.requestUrl().equals(requestUrl))) {
				throw new Refused(409, "Duplicate webhook");
			}
			if (this.byId.size() >= MOST) {
				throw new Refused(507, "The sandbox holds at most " + MOST + " webhooks");
			}
		}
		return pinged(new Webhook(UUID.randomUUID().toString(), requestUrl, secretToken, false));
	}

	/**
	 * Gives a webhook another secret, or the same again, and pings it.
	 * @param secretToken the new secret, or null to keep it
	 * @throws Refused with 404 when there is no such webhook
	 */
	public Webhook edit(String id, @Nullable String secretToken) {
		Webhook known = known(id);
		String secret = (secretToken != null) ? secretToken : known.secretToken();
		return pinged(new Webhook(id, known.requestUrl(), secret, false));
	}

	/**
	 * Removes a webhook; what is still to be delivered again is not.
	 * @throws Refused with 404 when there is no such webhook
	 */
	public synchronized void remove(String id) {
		this.byId.remove(known(id).id());
	}

	/** All webhooks, oldest first. */
	public synchronized List<Webhook> list() {
		return List.copyOf(this.byId.values());
	}

	/**
	 * Sends events to every enabled webhook, in the background and in no certain order.
	 */
	public void send(List<WebhookEvent> events) {
		for (Webhook webhook : list()) {
			if (webhook.enabled()) {
				events.forEach((event) -> this.deliveries.begin(() -> enabled(webhook.id()), event));
			}
		}
	}

	/** Every attempt to deliver, oldest first, the last 10,000. */
	public List<WebhookDelivery> deliveries() {
		return this.deliveries.list();
	}

	/**
	 * Delivers once more what was sent with that number, signed with today's secret.
	 * @throws Refused with 404 when the attempt is not kept or its webhook is gone
	 */
	public WebhookDelivery again(long number) {
		Deliveries.Sent sent = this.deliveries.find(number);
		if (sent == null) {
			throw new Refused(404, "No such delivery");
		}
		return once(known(sent.delivery().webhookId()), sent.event(), sent.delivery().attempt() + 1);
	}

	/**
	 * How many times faster than Ashby to try again; 1 at first.
	 * @throws Refused with 400 unless from 1 to 10,000
	 */
	public void retrySpeed(int times) {
		if (times < 1 || times > 10_000) {
			throw new Refused(400, "The speed of retries is 1 to 10000");
		}
		this.deliveries.retrySpeed(times);
	}

	@Override
	public void close() {
		this.deliveries.close();
	}

	private Webhook pinged(Webhook webhook) {
		Integer status = once(webhook, WebhookEvent.PING, 1).status();
		Webhook result = webhook.with(status != null && status / 100 == 2);
		synchronized (this) {
			this.byId.put(result.id(), result);
		}
		return result;
	}

	private WebhookDelivery once(Webhook webhook, WebhookEvent event, int attempt) {
		try {
			return this.deliveries.once(webhook, event, attempt);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Refused(503, "Interrupted");
		}
	}

	private synchronized Webhook known(String id) {
		Webhook webhook = this.byId.get(id);
		if (webhook == null) {
			throw new Refused(404, "No such webhook");
		}
		return webhook;
	}

	private synchronized @Nullable Webhook enabled(String id) {
		Webhook webhook = this.byId.get(id);
		return (webhook != null && webhook.enabled()) ? webhook : null;
	}

}
