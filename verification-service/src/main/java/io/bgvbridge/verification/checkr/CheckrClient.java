package io.bgvbridge.verification.checkr;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.provider.JsonExchange;
import io.bgvbridge.verification.provider.ProviderAccess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * Checkr's API v1 as JSON.
 */
@Component
class CheckrClient {

	static final String PER_PAGE = "100";

	private final VendorHttp http;

	private final JsonExchange exchange;

	private final RateLimit limit;

	CheckrClient(VendorHttp http, JsonMapper json, RateLimit limit) {
		this.http = http;
		this.exchange = new JsonExchange(json, Set.of(401, 403), CheckrClient::words);
		this.limit = limit;
	}

	/**
	 * Reads a page of a list.
	 * @param access the account
	 * @param path of the list
	 * @param query what narrows it
	 * @return the page, with data and next_href
	 */
	JsonNode list(ProviderAccess access, String path, Map<String, String> query) {
		return call(access, (client) -> this.exchange.send(authorized(access, client.get().uri((uri) -> {
			uri.path(path).queryParam("per_page", PER_PAGE);
			query.keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
			return uri.build(query);
		}))));
	}

	JsonNode get(ProviderAccess access, String path, String id) {
		return call(access, (client) -> this.exchange.send(authorized(access, client.get().uri(path, id))));
	}

	/**
	 * Reads what may not be there.
	 * @param access the account
	 * @param path its path
	 * @param id its id
	 * @return empty if it is not there
	 */
	Optional<JsonNode> find(ProviderAccess access, String path, String id) {
		try {
			return Optional.of(get(access, path, id));
		}
		catch (Rejected ex) {
			found(ex);
			return Optional.empty();
		}
	}

	JsonNode post(ProviderAccess access, String path, Map<String, ?> body, UUID key) {
		return call(access,
				(client) -> this.exchange.send(authorized(access,
						client.post()
							.uri(path)
							.header("Idempotency-Key", key.toString())
							.contentType(MediaType.APPLICATION_JSON)
							.body(this.exchange.bytes(body)))));
	}

	/**
	 * Deletes something.
	 * @param access the account
	 * @param path its path
	 * @param id its id
	 * @return false if it is not there
	 */
	boolean delete(ProviderAccess access, String path, String id) {
		try {
			return call(access, (client) -> {
				this.exchange.tell(authorized(access, client.delete().uri(path, id)));
				return true;
			});
		}
		catch (Rejected ex) {
			return found(ex);
		}
	}

	/**
	 * Deletes something for a reason.
	 * @param access the account
	 * @param path its path
	 * @param id its id
	 * @param body the reason
	 * @return false if it is not there
	 */
	boolean delete(ProviderAccess access, String path, String id, Map<String, ?> body) {
		try {
			return call(access, (client) -> {
				this.exchange.tell(authorized(access,
						client.method(HttpMethod.DELETE)
							.uri(path, id)
							.contentType(MediaType.APPLICATION_JSON)
							.body(this.exchange.bytes(body))));
				return true;
			});
		}
		catch (Rejected ex) {
			return found(ex);
		}
	}

	private static boolean found(Rejected ex) {
		if (ex.code().equals("404")) {
			return false;
		}
		throw ex;
	}

	/** Every answer tells what is left of the calls, a failed one too. */
	private <T> T call(ProviderAccess access, Function<RestClient, T> call) {
		AtomicReference<@Nullable HttpHeaders> heard = new AtomicReference<>();
		RestClient client = this.http.client(base(access)).mutate().requestInterceptor((request, body, next) -> {
			ClientHttpResponse answer = next.execute(request, body);
			heard.set(answer.getHeaders());
			return answer;
		}).build();
		try {
			T result = call.apply(client);
			pause(access, heard.get());
			return result;
		}
		catch (Throttled ex) {
			Duration pause = pause(access, heard.get());
			throw (ex.retryAfter() != null) ? ex : new Throttled(pause);
		}
	}

	private @Nullable Duration pause(ProviderAccess access, @Nullable HttpHeaders headers) {
		return (headers != null) ? this.limit.heed(access.connectionId(), headers) : null;
	}

	/** The version is ours to say; addresses are often copied with it. */
	private static URI base(ProviderAccess access) {
		return URI.create(access.baseUrl().toString().replaceFirst("/*(/v1)?/*$", ""));
	}

	private static RequestHeadersSpec<?> authorized(ProviderAccess access, RequestHeadersSpec<?> request) {
		return request.header(HttpHeaders.AUTHORIZATION, JsonExchange.basic(access.apiToken()));
	}

	/** One text, or a list of them. */
	private static String words(JsonNode body) {
		JsonNode error = body.path("error");
		return error.isArray() ? error.valueStream().map((each) -> each.asString("")).collect(Collectors.joining("; "))
				: error.asString("");
	}

}
