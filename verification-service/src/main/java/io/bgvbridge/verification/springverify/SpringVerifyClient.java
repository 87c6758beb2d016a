package io.bgvbridge.verification.springverify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
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
 * SpringVerify IN's external API (guide v3.4) as JSON.
 */
@Component
class SpringVerifyClient {

	private static final int MAX_REPORT_BYTES = 32 << 20;

	private final VendorHttp http;

	private final JsonExchange exchange;

	SpringVerifyClient(VendorHttp http, JsonMapper json) {
		this.http = http;
		this.exchange = new JsonExchange(json, Set.of(401, 403), SpringVerifyClient::words);
	}

	JsonNode packages(ProviderAccess access) {
		return data(this.exchange.send(get(access, "/external/v1/candidate/packages", Map.of())));
	}

	/**
	 * Adds a candidate.
	 * @param access the account
	 * @param body the order
	 * @return the answer's data
	 * @throws Rejected with the HTTP status as its code, and the words of all its errors
	 */
	JsonNode add(ProviderAccess access, Map<String, ?> body) {
		return data(this.exchange.send(authorized(access,
				this.http.client(access.baseUrl())
					.post()
					.uri("/external/v1/candidate/add")
					.contentType(MediaType.APPLICATION_JSON)
					.body(this.exchange.bytes(body)))));
	}

	/**
	 * Reads candidates.
	 * @param access the account
	 * @param query candidate_id or email for one, limit and offset for a page of all
	 * @return the candidate, or a list of them; empty if there is none
	 */
	Optional<JsonNode> details(ProviderAccess access, Map<String, String> query) {
		try {
			JsonNode data = data(this.exchange.send(get(access, "/external/v1/candidate/details", query)));
			return (data.isNull() || data.isMissingNode() || data.isEmpty()) ? Optional.empty() : Optional.of(data);
		}
		catch (Rejected ex) {
			return absent(ex);
		}
	}

	Optional<String> report(ProviderAccess access, String candidateId) {
		try {
			JsonNode answer = this.exchange.send(get(access, "/external/v1/candidate/report/pdf",
					Map.of("candidate_id", candidateId, "report_type", "base_64")), MAX_REPORT_BYTES);
			return answer.path("report").asStringOpt().filter((report) -> !report.isEmpty());
		}
		catch (Rejected ex) {
			return absent(ex);
		}
	}

	private static <T> Optional<T> absent(Rejected ex) {
		if (ex.code().equals("404")) {
			return Optional.empty();
		}
		throw ex;
	}

	private RequestHeadersSpec<?> get(ProviderAccess access, String path, Map<String, String> query) {
		return authorized(access, this.http.client(access.baseUrl()).get().uri((uri) -> {
			uri.path(path);
			query.keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
			return uri.build(query);
		}));
	}

	private static RequestHeadersSpec<?> authorized(ProviderAccess access, RequestHeadersSpec<?> request) {
		return request.header(HttpHeaders.AUTHORIZATION, "Bearer " + access.apiToken());
	}

	private static JsonNode data(JsonNode answer) {
		if (!answer.has("data")) {
			throw new Unintelligible("an answer without data");
		}
		return answer.get("data");
	}

	/** Two shapes: errors[path,msg] and errors[field,error]; sometimes only a msg. */
	private static String words(JsonNode body) {
		StringBuilder words = new StringBuilder(body.path("msg").asString(body.path("message").asString("")));
		for (JsonNode error : body.path("errors")) {
			words.append(words.isEmpty() ? "" : "; ")
				.append(error.path("msg").asString(error.path("error").asString("")));
		}
		return words.toString();
	}

}
