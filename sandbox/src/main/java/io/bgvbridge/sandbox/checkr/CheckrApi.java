package io.bgvbridge.sandbox.checkr;

import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.BasicKeys;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;

/** The API: rate limit, login, idempotency keys, and then the routes. */
final class CheckrApi {

	private final BasicKeys keys;

	private final RateLimit rate;

	private final Idempotency idempotency = new Idempotency();

	private final Routes routes = new Routes();

	CheckrApi(BasicKeys keys, RateLimit rate) {
		this.keys = keys;
		this.rate = rate;
		this.routes.on("GET", "/v1/packages", "What can be ordered, in pages", PackageList::page);
	}

	Routes routes() {
		return this.routes;
	}

	List<Route> list() {
		return this.routes.list();
	}

	Answer answer(Request request) {
		if (request.path().startsWith("/dashboard/")) {
			return this.routes.answer(request);
		}
		RateLimit.Ticket ticket = this.rate.take();
		return ticket.on(ticket.allowed() ? checked(request) : CheckrRefusal.wording(429, "Rate limit exceeded"));
	}

	private Answer checked(Request request) {
		try {
			if (!this.keys.accept(request.header("authorization"))) {
				throw CheckrRefusal.of(401, "Bad authentication error");
			}
			return request.method().equals("POST") ? this.idempotency.once(request, () -> routed(request))
					: routed(request);
		}
		catch (CheckrRefusal refusal) {
			return refusal.answer();
		}
	}

	private Answer routed(Request request) {
		return this.routes.answer(request);
	}

}
