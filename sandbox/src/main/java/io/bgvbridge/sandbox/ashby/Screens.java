package io.bgvbridge.sandbox.ashby;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Members;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ashby's screens over HTTP, below {@code /ui/}. */
final class Screens {

	private final AshbySimulator ashby;

	private final Routes routes = new Routes();

	Screens(AshbySimulator ashby, ApiKeys keys, AppPages pages) {
		this.ashby = ashby;
		this.routes.on("POST", "/ui/integration", "Pastes the partner's base URL and token", this::connect)
			.on("GET", "/ui/assessment-types", "Calls the partner's assessment.list", this::types)
			.on("POST", "/ui/start", "The Start button: calls the partner's assessment.start", this::start)
			.on("GET", "/ui/assessments", "Every assessment as Ashby sees it", this::assessments)
			.on("GET", "/ui/assessments/{id}", "One assessment as Ashby sees it", this::assessment)
			.on("POST", "/ui/assessments/{id}/cancel", "The Cancel button: calls assessment.cancel", this::cancel)
			.on("POST", "/ui/custom-fields/sync", "Calls the partner's assessment.customField.list", this::fields)
			.on("POST", "/ui/settings", "Unknown assessments, error shape, uploads, webhook retries", this::settings);
		new CandidateScreens(ashby).addTo(this.routes);
		new WebhookScreens(ashby.webhooks()).addTo(this.routes);
		new ApiKeyScreens(keys).addTo(this.routes);
		pages.addTo(this.routes);
	}

	Answer answer(Request request) {
		return this.routes.answer(request);
	}

	List<Route> list() {
		return this.routes.list();
	}

	private Answer connect(Request request) {
		Members members = Members.of(request, "baseUrl", "externalApiToken");
		this.ashby.recruiter().connect(members.text("baseUrl"), members.text("externalApiToken"));
		return Answer.json(200, Json.object().put("baseUrl", this.ashby.recruiter().baseUrl()));
	}

	private Answer types(Request request) {
		return Answer.json(200, this.ashby.recruiter().assessmentTypes());
	}

	private Answer fields(Request request) {
		Members members = Members.of(request, "name");
		String name = members.has("name") ? members.text("name") : Recruiter.CUSTOM_FIELDS.getFirst();
		return Answer.json(200, this.ashby.recruiter().customFields(name));
	}

	private Answer start(Request request) {
		Members members = Members.of(request, "assessmentTypeId", "candidateId", "applicationId", "additionalFields");
		String typeId = members.text("assessmentTypeId");
		if (!Input.isUuid(typeId)) {
			throw new Refused(400, "assessmentTypeId must be a uuid");
		}
		if (members.has("candidateId") == members.has("applicationId")) {
			throw new Refused(400, "Give either candidateId or applicationId");
		}
		String applicationId = members.has("candidateId")
				? this.ashby.candidate(members.text("candidateId")).applicationId() : members.text("applicationId");
		JsonNode fields = members.has("additionalFields") ? members.node("additionalFields") : Json.object();
		if (!fields.isObject()) {
			throw new Refused(400, "additionalFields must be an object");
		}
		return outcome(this.ashby.recruiter().start(typeId, this.ashby.application(applicationId), fields));
	}

	private Answer cancel(Request request) {
		return outcome(this.ashby.recruiter().cancel(request.variable("id")));
	}

	private static Answer outcome(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Accepted accepted -> {
				ObjectNode body = Json.object().put("outcome", "accepted");
				body.set("assessment", view(accepted.assessment()));
				yield Answer.json(200, body);
			}
			case Outcome.AlreadyAssessed already ->
				Answer.json(409, Json.object().put("outcome", "already-being-assessed"));
			case Outcome.Refused refused ->
				Answer.json(422, Json.object().put("outcome", "refused").put("message", refused.message()));
			case Outcome.Broken broken ->
				Answer.json(502, Json.object().put("outcome", "broken").put("problem", broken.problem()));
		};
	}

	private Answer assessments(Request request) {
		ArrayNode all = Json.array();
		this.ashby.assessments().forEach((assessment) -> all.add(view(assessment)));
		return Answer.json(200, all);
	}

	private Answer assessment(Request request) {
		Assessment assessment = this.ashby.assessment(request.variable("id"));
		if (assessment == null) {
			throw new Refused(404, "No such assessment");
		}
		return Answer.json(200, view(assessment));
	}

	private static ObjectNode view(Assessment assessment) {
		ObjectNode view = (ObjectNode) Json.tree(assessment);
		return view.put("state", assessment.state()).put("status", assessment.status());
	}

	private Answer settings(Request request) {
		Members members = Members.of(request, "adoptUnknownAssessments", "errorShape", "uploadSeconds",
				"webhookRetrySpeed");
		if (members.has("errorShape")) {
			this.ashby.errorShape(shape(members.text("errorShape")));
		}
		if (members.has("adoptUnknownAssessments")) {
			this.ashby.adoptUnknownAssessments(members.flag("adoptUnknownAssessments", false));
		}
		if (members.has("uploadSeconds")) {
			this.ashby.uploadLifetime(Duration.ofSeconds(members.integer("uploadSeconds", 0)));
		}
		if (members.has("webhookRetrySpeed")) {
			this.ashby.webhooks().retrySpeed(members.integer("webhookRetrySpeed", 1));
		}
		return Answer.json(200, Json.object());
	}

	private static ErrorShape shape(String name) {
		try {
			return ErrorShape.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(400, "errorShape is one of codes-and-info, info, codes, objects");
		}
	}

}
