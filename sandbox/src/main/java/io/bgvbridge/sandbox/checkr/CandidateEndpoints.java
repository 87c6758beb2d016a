package io.bgvbridge.sandbox.checkr;

import java.util.Set;
import java.util.regex.Pattern;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The calls about people. */
final class CandidateEndpoints {

	private static final int MOST_METADATA = 50;

	private static final Set<String> KNOWN = Set.of("email", "phone", "first_name", "middle_name", "no_middle_name",
			"last_name", "custom_id", "metadata", "work_locations");

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]{7,20}");

	private final Candidates candidates;

	private final Webhooks webhooks;

	private final Views views;

	CandidateEndpoints(Candidates candidates, Webhooks webhooks, Views views) {
		this.candidates = candidates;
		this.webhooks = webhooks;
		this.views = views;
	}

	void on(Routes routes) {
		routes.on("POST", "/v1/candidates", "Makes a candidate", this::create)
			.on("GET", "/v1/candidates", "By custom_id, by email, in pages", this::list)
			.on("GET", "/v1/candidates/{id}", "One candidate",
					(request) -> answer(200, this.candidates.required(request.variable("id"))))
			.on("DELETE", "/v1/candidates/{id}/pii", "Erases the person", this::erase);
	}

	private Answer create(Request request) {
		JsonNode body = BodyRules.of(request, KNOWN)
			.required("email", CandidateEndpoints::isEmail)
			.optional("phone", (node) -> matches(node, PHONE))
			.optional("first_name", JsonNode::isString)
			.optional("middle_name", JsonNode::isString)
			.optional("last_name", JsonNode::isString)
			.optional("no_middle_name", JsonNode::isBoolean)
			.optional("custom_id", JsonNode::isString)
			.optional("metadata", CandidateEndpoints::isMetadata)
			.optional("work_locations", WorkLocations::areValid)
			.kept();
		CheckrCandidate added = this.candidates.add(body);
		this.webhooks.send("candidate.created", this.views.candidate(added), WebhookDelivery.ONCE);
		return answer(201, added);
	}

	private Answer list(Request request) {
		Pages.onlyKnown(request, "custom_id", "email");
		String customId = request.parameter("custom_id");
		String email = request.parameter("email");
		return Pages.of(request, this.candidates.newest(
				(candidate) -> fits(customId, candidate.customId()) && (email == null || candidate.hasEmail(email))),
				this.views::candidate);
	}

	/** A person who was erased already is refused, as documented. */
	private Answer erase(Request request) {
		BodyRules
			.of(request,
					Set.of("deletion_contact_email_address", "deletion_contact_first_name",
							"deletion_contact_last_name"))
			.required("deletion_contact_email_address", CandidateEndpoints::isEmail)
			.optional("deletion_contact_first_name", JsonNode::isString)
			.optional("deletion_contact_last_name", JsonNode::isString)
			.kept();
		return answer(200, this.candidates.erase(request.variable("id")));
	}

	private Answer answer(int status, CheckrCandidate candidate) {
		return Answer.json(status, this.views.candidate(candidate));
	}

	private static boolean fits(@Nullable String wanted, @Nullable String found) {
		return wanted == null || wanted.equals(found);
	}

	private static boolean isEmail(JsonNode node) {
		return matches(node, EMAIL);
	}

	private static boolean matches(JsonNode node, Pattern pattern) {
		return node.isString() && pattern.matcher(node.stringValue()).matches();
	}

	private static boolean isMetadata(JsonNode node) {
		return node.isObject() && node.size() <= MOST_METADATA && node.valueStream().allMatch(JsonNode::isValueNode);
	}

}
