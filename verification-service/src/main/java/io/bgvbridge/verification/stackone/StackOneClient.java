package io.bgvbridge.verification.stackone;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.provider.JsonExchange;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * StackOne's unified Screening API as JSON, for one linked account.
 */
@Component
class StackOneClient {

	static final String ACCOUNT = "accountId";

	/** 412: the linked account is not active. */
	private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403, 412);

	private static final String PAGE_SIZE = "100";

	private final VendorHttp http;

	private final JsonExchange exchange;

	StackOneClient(VendorHttp http, JsonMapper json) {
		this.http = http;
		this.exchange = new JsonExchange(json, UNAUTHORIZED, StackOneClient::words);
	}

	/**
	 * Reads a page of the packages.
	 * @param access the account
	 * @param next the cursor that the page before told; empty for the first page
	 * @return the page
	 */
	JsonNode packages(ProviderAccess access, String next) {
		return send(access, this.http.client(access.baseUrl()).get().uri((uri) -> {
			uri.path("/unified/screening/packages").queryParam("page_size", PAGE_SIZE);
			return next.isEmpty() ? uri.build() : uri.queryParam("next", "{next}").build(next);
		}));
	}

	JsonNode order(ProviderAccess access, Map<String, ?> body) {
		return send(access,
				this.http.client(access.baseUrl())
					.post()
					.uri("/unified/screening/orders")
					.contentType(MediaType.APPLICATION_JSON)
					.body(this.exchange.bytes(body)));
	}

	private JsonNode send(ProviderAccess access, RequestHeadersSpec<?> request) {
		String account = access.setting(ACCOUNT).orElseThrow(() -> new Unauthorized("no account"));
		return meant(this.exchange.send(request.header(HttpHeaders.AUTHORIZATION, JsonExchange.basic(access.apiToken()))
			.header("x-account-id", account)
			.header("Prefer", "heartbeat")));
	}

	/**
	 * A heartbeat begins the answer before its outcome is known, so that a failure may
	 * stand in the body of a success.
	 */
	private static JsonNode meant(JsonNode answer) {
		int status = answer.path("statusCode").asInt(0);
		if (status < 400) {
			return answer;
		}
		if (UNAUTHORIZED.contains(status)) {
			throw new Unauthorized(Integer.toString(status));
		}
		if (status == 429) {
			throw new Throttled(null);
		}
		if (status == 408 || status >= 500) {
			throw new Unavailable("status " + status, Sent.PERHAPS, null, null);
		}
		throw new Rejected(Integer.toString(status), words(answer));
	}

	/** One message, or a list of them. */
	private static String words(JsonNode body) {
		JsonNode message = body.path("message");
		return message.isArray()
				? message.valueStream().map((each) -> each.asString("")).collect(Collectors.joining("; "))
				: message.asString("");
	}

}
