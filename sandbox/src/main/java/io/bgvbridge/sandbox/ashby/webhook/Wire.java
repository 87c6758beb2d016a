package io.bgvbridge.sandbox.ashby.webhook;

import java.util.Map;

import io.bgvbridge.sandbox.callback.Courier;
import io.bgvbridge.sandbox.callback.Hmac;
import org.jspecify.annotations.Nullable;

/** Sends one signed body to one address. */
final class Wire implements AutoCloseable {

	private final Courier courier = new Courier();

	/** The answered status, or null when there was no answer. */
	@Nullable Integer send(Webhook webhook, byte[] body) throws InterruptedException {
		return this.courier.bring(webhook.requestUrl(),
				Map.of("User-Agent", "Ashby-Webhook", "Ashby-Signature", signature(webhook.secretToken(), body)), body);
	}

	@Override
	public void close() {
		this.courier.close();
	}

	/** {@code sha256=} and the keyed hash of the raw body in lower-case digits. */
	static String signature(String secretToken, byte[] body) {
		return "sha256=" + Hmac.hex(secretToken, body);
	}

}
