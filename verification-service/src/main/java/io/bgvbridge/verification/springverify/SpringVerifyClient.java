package io.bgvbridge.verification.springverify;

import java.util.Map;
import java.util.Optional;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.vendor.VendorHttp.Answer;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.core.JacksonException;
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

	private static final int MAX_JSON_BYTES = 1 << 20;

	private static final int MAX_REPORT_BYTES = 32 << 20;

	private final VendorHttp http;

	private final JsonMapper json;

	SpringVerifyClient(VendorHttp http, JsonMapper json) {
		this.http = http;
		this.json = json;
	}

	JsonNode packages(ProviderAccess access) {
		return data(get(access, "/external/v1/candidate/packages", Map.of(), MAX_JSON_BYTES));
	}

	/**
	 * Adds a candidate.
	 * @param access the account
	 * @param body the order
	 * @return the answer's data
	 * @throws Rejected with the HTTP status as its code, and the words of all its errors
	 */
	JsonNode add(ProviderAccess access, Map<String, ?> body) {
		return data(send(access,
				this.http.client(access.baseUrl())
					.post()
					.uri("/external/v1/candidate/add")
					.contentType(MediaType.APPLICATION_JSON)
					.body(this.json.writeValueAsBytes(body)),
				MAX_JSON_BYTES));
	}

	/**
	 * Reads candidates.
	 * @param access the account
	 * @param query candidate_id or email for one, limit and offset for a page of all
	 * @return the candidate, or a list of them; empty if there is none
	 */
	Optional<JsonNode> details(ProviderAccess access, Map<String, String> query) {
		try {
			JsonNode data = data(get(access, "/external/v1/candidate/details", query, MAX_JSON_BYTES));
			return (data.isNull() || data.isMissingNode() || data.isEmpty()) ? Optional.empty() : Optional.of(data);
		}
		catch (Rejected ex) {
			if (ex.code().equals("404")) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	Optional<String> report(ProviderAccess access, String candidateId) {
		try {
			JsonNode answer = get(access, "/external/v1/candidate/report/pdf",
					Map.of("candidate_id", candidateId, "report_type", "base_64"), MAX_REPORT_BYTES);
			return answer.path("report").asStringOpt().filter((report) -> !report.isEmpty());
		}
		catch (Rejected ex) {
			if (ex.code().equals("404")) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private JsonNode get(ProviderAccess access, String path, Map<String, String> query, int maxBytes) {
		return send(access, this.http.client(access.baseUrl()).get().uri((uri) -> {
			uri.path(path);
			query.keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
			return uri.build(query);
		}), maxBytes);
	}

	private JsonNode send(ProviderAccess access, RequestHeadersSpec<?> request, int maxBytes) {
		Answer answer = VendorHttp.send(request.header(HttpHeaders.AUTHORIZATION, "Bearer " + access.apiToken())
			.accept(MediaType.APPLICATION_JSON), maxBytes);
		if (answer.status() == 401 || answer.status() == 403) {
			throw new Unauthorized(Integer.toString(answer.status()));
		}
		if (answer.status() / 100 == 3) {
			throw new Unintelligible("a redirect");
		}
		if (answer.status() >= 400) {
			throw new Rejected(Integer.toString(answer.status()), words(answer));
		}
		return tree(answer);
	}

	private JsonNode tree(Answer answer) {
		try {
			return this.json.readTree(answer.body());
		}
		catch (JacksonException ex) {
			throw new Unintelligible("an answer that is not JSON");
		}
	}

	private static JsonNode data(JsonNode answer) {
		if (!answer.has("data")) {
			throw new Unintelligible("an answer without data");
		}
		return answer.get("data");
	}

	/** Two shapes: errors[path,msg] and errors[field,error]; sometimes only a msg. */
	private String words(Answer answer) {
		try {
			JsonNode body = this.json.readTree(answer.body());
			StringBuilder words = new StringBuilder(body.path("msg").asString(body.path("message").asString("")));
			for (JsonNode error : body.path("errors")) {
				words.append(words.isEmpty() ? "" : "; ")
					.append(error.path("msg").asString(error.path("error").asString("")));
			}
			return words.toString();
		}
		catch (JacksonException ex) {
			return "";
		}
	}

}
