package io.bgvbridge.sandbox.springverify;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Holds;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The call that costs money, {@code candidate/add}. */
final class Orders {

	private final ProviderCandidates candidates;

	private final ReportLinks links;

	private final Holds holds;

	Orders(ProviderCandidates candidates, ReportLinks links, Holds holds) {
		this.candidates = candidates;
		this.links = links;
		this.holds = holds;
	}

	Answer add(Request request) {
		JsonNode body = body(request);
		AddRules.check(body);
		ProviderCandidate added = this.candidates.add(body);
		this.holds.reached();
		ObjectNode answer = Json.object().put("message", "Candidate added successfully");
		answer.putObject("data")
			.put("candidate_id", added.id())
			.put("bgv_url", this.links.baseUrl() + "/candidate/bgv?token=" + added.formToken())
			.set("meta_data", added.metaData());
		return Answer.json(200, answer);
	}

	private static JsonNode body(Request request) {
		if (!request.isJson()) {
			throw ProviderRefusal.of(400, "", "Content-Type must be application/json");
		}
		try {
			JsonNode body = Json.read(request.body());
			if (body.isObject()) {
				return body;
			}
		}
		catch (JacksonException ex) {
			throw ProviderRefusal.of(400, "", "The body is not JSON");
		}
		throw ProviderRefusal.of(400, "", "The body must be an object");
	}

}
