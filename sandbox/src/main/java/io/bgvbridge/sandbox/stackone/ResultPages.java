package io.bgvbridge.sandbox.stackone;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Request;
import org.jspecify.annotations.Nullable;

/** The screening vendor's own pages of results, which may expire. */
final class ResultPages {

	private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

	private volatile URI baseUrl = URI.create("http://localhost/stackone");

	private volatile @Nullable Duration lifetime;

	void shownAt(URI url) {
		this.baseUrl = url;
	}

	/** How long pages work that are opened from now on; null for always. */
	void lifetime(@Nullable Duration wanted) {
		this.lifetime = wanted;
	}

	/** Makes the page of an order and returns its address. */
	String open(String orderId) {
		Duration limit = this.lifetime;
		this.expiries.put(orderId, (limit != null) ? Instant.now().plus(limit) : Instant.MAX);
		return this.baseUrl + "/results/" + orderId;
	}

	Answer page(Request request) {
		Instant expiry = this.expiries.get(request.variable("id"));
		if (expiry == null) {
			return Answer.html(404, "<!doctype html><title>Not found</title><p>There is no such result.");
		}
		if (!Instant.now().isBefore(expiry)) {
			return Answer.html(403, "<!doctype html><title>Expired</title><p>This link has expired.");
		}
		return Answer.html(200, "<!doctype html><title>Result</title><p>The screening vendor's own page of a result.");
	}

}
