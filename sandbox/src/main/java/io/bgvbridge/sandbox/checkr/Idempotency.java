package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.bgvbridge.sandbox.callback.Hmac;
import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * What was answered under each {@code Idempotency-Key}. Only answers of 2xx are kept, for
 * 24 hours.
 */
final class Idempotency {

	private static final Duration KEPT = Duration.ofHours(24);

	private static final Pattern VERSION_4 = Pattern
		.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

	private final Map<String, Entry> byKey = new HashMap<>();

	/**
	 * Does the call, or answers as the first one with its key was answered.
	 * @throws CheckrRefusal with 400 for an unfit key or one of another request, with 409
	 * while the first one runs
	 */
	Answer once(Request request, Supplier<Answer> call) {
		String key = request.header("idempotency-key");
		if (key == null) {
			return call.get();
		}
		if (!VERSION_4.matcher(key).matches()) {
			throw CheckrRefusal.of(400, "Idempotency-Key must be a version 4 UUID");
		}
		Answer earlier = begin(key, fingerprint(request));
		return (earlier != null) ? earlier : run(key, call);
	}

	private synchronized @Nullable Answer begin(String key, String fingerprint) {
		Instant now = Instant.now();
		this.byKey.values().removeIf((entry) -> entry.begun().plus(KEPT).isBefore(now));
		Entry known = this.byKey.putIfAbsent(key, new Entry(fingerprint, now, null));
		if (known == null) {
			return null;
		}
		if (!known.fingerprint().equals(fingerprint)) {
			throw CheckrRefusal.of(400, "Idempotency-Key was used with another request");
		}
		if (known.answer() == null) {
			throw CheckrRefusal.of(409, "A request with this Idempotency-Key is in progress");
		}
		return known.answer();
	}

	private Answer run(String key, Supplier<Answer> call) {
		Answer answer = null;
		try {
			answer = call.get();
			return answer;
		}
		finally {
			end(key, answer);
		}
	}

	private synchronized void end(String key, @Nullable Answer answer) {
		if (answer != null && answer.status() / 100 == 2) {
			this.byKey.computeIfPresent(key, (same, entry) -> new Entry(entry.fingerprint(), entry.begun(), answer));
		}
		else {
			this.byKey.remove(key);
		}
	}

	private static String fingerprint(Request request) {
		return request.method() + " " + request.path() + " " + Hmac.hex("fingerprint", request.body());
	}

	/**
	 * A key that was used.
	 *
	 * @param fingerprint what was asked
	 * @param begun when
	 * @param answer the answer, null while the call runs
	 */
	private record Entry(String fingerprint, Instant begun, @Nullable Answer answer) {
	}

}
