package io.bgvbridge.sandbox.springverify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.callback.Courier;
import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends callbacks; as at the vendor, one 401 or 403 disables the address. */
final class Callbacks {

	private static final int MOST = 10_000;

	private static final String AGENT = "SpringVerify-Sandbox";

	private final Courier courier = new Courier();

	private final ReportLinks links;

	private final Deque<SentCallback> sent = new ArrayDeque<>();

	private volatile @Nullable Target target;

	Callbacks(ReportLinks links) {
		this.links = links;
	}

	void target(URI url, String secret) {
		this.target = new Target(url, secret, false);
	}

	@Nullable URI url() {
		Target known = this.target;
		return (known != null) ? known.url() : null;
	}

	boolean isDisabled() {
		Target known = this.target;
		return known != null && known.disabled();
	}

	synchronized List<SentCallback> sent() {
		return List.copyOf(this.sent);
	}

	/** Ends what is under way; later callbacks fail. */
	void close() {
		this.courier.close();
	}

	/** Sends a callback for each state, in this order, from a thread of its own. */
	void send(List<ProviderCandidate> states, Delivery delivery) {
		if (delivery.times() > 0) {
			List<byte[]> bodies = states.stream().map((state) -> Json.bytes(body(state))).toList();
			Thread.ofVirtual().name("springverify-callback").start(() -> run(states, bodies, delivery));
		}
	}

	private void run(List<ProviderCandidate> states, List<byte[]> bodies, Delivery delivery) {
		try {
			Thread.sleep(delivery.delay());
			for (int i = 0; i < states.size(); i++) {
				for (int time = 0; time < delivery.times(); time++) {
					record(attempt(states.get(i), bodies.get(i), delivery.signed()));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private SentCallback attempt(ProviderCandidate state, byte[] body, boolean signed) throws InterruptedException {
		Instant time = Instant.now();
		String text = new String(body, StandardCharsets.UTF_8);
		Target known = this.target;
		if (known == null || known.disabled()) {
			return new SentCallback(time, state.id(), state.code(), text, null,
					(known == null) ? "no-url" : "disabled");
		}
		Integer status = this.courier.bring(known.url(), headers(known, signed), body);
		if (status != null && (status == 401 || status == 403)) {
			this.target = new Target(known.url(), known.secret(), true);
		}
		return new SentCallback(time, state.id(), state.code(), text, status, (status != null) ? "answered" : "failed");
	}

	private static Map<String, String> headers(Target target, boolean signed) {
		return signed ? Map.of("User-Agent", AGENT, "Authorization", "Bearer " + target.secret())
				: Map.of("User-Agent", AGENT);
	}

	private ObjectNode body(ProviderCandidate state) {
		Instant completedAt = state.completedAt();
		ObjectNode body = Json.object()
			.put("event", OverallStatus.isFinal(state.code()) ? "completed" : "status_update")
			.put("candidate_id", state.id())
			.put("overall_status_code", state.code())
			.put("overall_status", OverallStatus.text(state.code()))
			.put("completed_date", (completedAt != null) ? completedAt.toString() : null)
			.put("name", state.name())
			.put("email", state.email())
			.put("report_url", this.links.link(state));
		body.set("meta_data", state.metaData());
		return body;
	}

	private synchronized void record(SentCallback callback) {
		this.sent.addLast(callback);
		if (this.sent.size() > MOST) {
			this.sent.removeFirst();
		}
	}

	private record Target(URI url, String secret, boolean disabled) {

		@Override
		public String toString() {
			return "Target[" + this.url + "]";
		}

	}

}
