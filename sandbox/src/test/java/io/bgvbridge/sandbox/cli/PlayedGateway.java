package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.http.Simulator;
import tools.jackson.databind.JsonNode;

/** The product as a walk meets it, in the smallest form that gets through. */
final class PlayedGateway implements Simulator {

	private static final String TYPE = "e9ed20fd-d45f-4aad-8a00-a19bfba0083e";

	private static final String STATUS = """
			"assessment_status":{"identifier":"status","label":"Status","type":"string","value":"%s"}""";

	private static final String EXPECTED = """
			"metadata":[{"identifier":"bgv-eta","label":"Expected by","type":"string","value":"2026-12-01"}]""";

	private static final String VALUE = """
			{"identifier":"%s","label":"Result","type":"%s","value":"%s"}""";

	private final AshbySimulator ashby;

	private final Routes routes = new Routes();

	private final Map<String, Check> checks = new ConcurrentHashMap<>();

	private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);

	private volatile URI self = URI.create("http://localhost");

	private volatile JsonNode provider = Json.object();

	private volatile JsonNode rule = Json.object();

	private volatile String partnerId = "";

	volatile boolean restarts = true;

	volatile boolean guardsReports = true;

	volatile boolean takesWebhooks = true;

	volatile boolean asksForCancels = true;

	PlayedGateway(AshbySimulator ashby) {
		this.ashby = ashby;
		this.routes.on("POST", "/api/connections", "", this::connect)
			.on("GET", "/api/connections/{id}", "", (request) -> ok("{\"status\":\"LIVE\"}"))
			.on("PATCH", "/api/connections/{id}", "", this::change)
			.on("GET", "/api/connections/{id}/packages", "",
					(request) -> ok("{\"results\":[{\"packageKey\":\"12:34\"}]}"))
			.on("GET", "/api/verifications/{id}", "", this::verification)
			.on("GET", "/reports/{id}", "", this::report)
			.on("POST", "/ashby/assessment.list", "",
					(request) -> ok("{\"success\":true,\"results\":[{\"assessment_type_id\":\"" + TYPE
							+ "\",\"name\":\"BGV\"}]}"))
			.on("POST", "/ashby/assessment.start", "", this::start)
			.on("POST", "/ashby/assessment.cancel", "", this::cancel)
			.on("POST", "/ashby/webhooks", "", this::webhook)
			.on("POST", "/callbacks", "", this::callback);
	}

	@Override
	public String name() {
		return "gateway";
	}

	@Override
	public List<Route> routes() {
		return this.routes.list();
	}

	@Override
	public Answer answer(Request request) {
		return this.routes.answer(request);
	}

	@Override
	public Answer failure(int status) {
		return Answer.problem(status, "");
	}

	@Override
	public void mountedAt(URI baseUrl) {
		this.self = baseUrl;
	}

	private Answer connect(Request request) {
		this.provider = Json.read(request.body()).path("provider");
		boolean signs = !this.provider.path("kind").asString().equals("springverify");
		return Answer.json(201,
				Json.object()
					.put("connectionId", "c-1")
					.put("externalApiToken", "token")
					.put("baseUrl", this.self + "/ashby")
					.put("callbackUrl", this.self + "/callbacks")
					.put("callbackSecret", signs ? null : "secret")
					.put("webhookUrl", this.self + "/ashby/webhooks"));
	}

	private Answer change(Request request) {
		JsonNode body = Json.read(request.body());
		this.rule = body.has("autoStart") ? body.path("autoStart") : this.rule;
		this.partnerId = body.path("ashby").path("partnerId").asString(this.partnerId);
		return ok("{}");
	}

	private Answer start(Request request) {
		String candidateId = Json.read(request.body()).path("candidate").path("ashby_id").asString();
		Check known = this.checks.values()
			.stream()
			.filter((check) -> !this.restarts && check.candidate().id().equals(candidateId))
			.findFirst()
			.orElse(null);
		String id = (known != null) ? known.id() : order(candidateId, "RECRUITER").id();
		return ok("{\"success\":true,\"results\":{\"assessment_id\":\"" + id + "\",\"update_request\":"
				+ update(id, STATUS.formatted("Started")) + "}}");
	}

	private Answer cancel(Request request) {
		String id = Json.read(request.body()).path("assessment_id").asString();
		this.checks.computeIfPresent(id,
				(same, check) -> check.in("CANCELLED", provider().cancel(check.reference()) && this.asksForCancels));
		tell("assessment.update", update(id, "\"cancelled_reason\":" + VALUE.formatted("reason", "string", "x")));
		return ok("{\"success\":true,\"results\":{\"assessment_id\":\"" + id + "\"}}");
	}

	private Answer webhook(Request request) {
		JsonNode body = Json.read(request.body());
		JsonNode application = body.path("data").path("application");
		if (body.path("action").asString().equals("candidateStageChange")
				&& this.rule.path("stageTitle").equals(application.path("currentInterviewStage").path("title"))) {
			order(application.path("candidate").path("id").asString(), "AUTO_START");
		}
		return this.takesWebhooks ? ok("{}") : Answer.problem(503, "");
	}

	private Answer callback(Request request) {
		JsonNode body = Json.read(request.body());
		Check check = this.checks.get(provider().subject(body));
		if (check != null && check.state().equals("OPEN")) {
			progress(check, provider().told(body));
		}
		return ok("{}");
	}

	private void progress(Check check, String told) {
		if (told.isEmpty()) {
			return;
		}
		if (check.origin().equals("RECRUITER") && told.equals("progress")) {
			tell("assessment.update", update(check.id(), STATUS.formatted("In progress") + "," + EXPECTED));
		}
		else if (check.origin().equals("RECRUITER")) {
			tell("assessment.update",
					update(check.id(),
							STATUS.formatted("Complete") + ",\"assessment_result\":"
									+ VALUE.formatted("result", "string", "Clear") + ",\"assessment_profile_url\":"
									+ VALUE.formatted("link", "url", this.self + "/reports/" + check.id())));
		}
		else if (told.equals("complete") && this.partnerId.isEmpty()) {
			tell("candidate.createNote", "{\"candidateId\":\"" + check.candidate().id() + "\",\"note\":\"Clear\"}");
		}
		else if (told.equals("complete")) {
			tell("assessment.addCompletedToCandidate",
					"{\"candidateId\":\"%s\",\"partnerId\":\"%s\",\"assessment\":{\"assessmentTypeId\":\"%s\",\"assessmentId\":\"%s\",\"assessmentName\":\"BGV\",\"result\":%s,\"metadata\":[]},\"timestamp\":%d}"
						.formatted(check.candidate().id(), this.partnerId, TYPE, check.id(),
								VALUE.formatted("result", "string", "Clear"), this.clock.incrementAndGet()));
		}
	}

	private Answer verification(Request request) {
		Check check = this.checks.get(request.variable("id"));
		return ok(
				"""
						{"state":"%s","origin":"%s","providerReference":"%s","revision":"1","wait":%s,"timeline":[{"at":"now","hop":"h"}]}"""
					.formatted(check.state(), check.origin(), check.reference(),
							check.byHand() ? "{\"reason\":\"CANCEL_BY_HAND\"}" : "null"));
	}

	private Answer report(Request request) {
		return (this.guardsReports && request.header("authorization") == null) ? Answer.problem(401, "")
				: provider().report(this.checks.get(request.variable("id")).reference(), this.provider);
	}

	private Check order(String candidateId, String origin) {
		Candidate candidate = this.ashby.candidates()
			.stream()
			.filter((known) -> known.id().equals(candidateId))
			.findFirst()
			.orElseThrow();
		String id = UUID.randomUUID().toString();
		Check check = new Check(id, candidate, origin, provider().order(candidate, id), "OPEN", false);
		this.checks.put(id, check);
		return check;
	}

	private String update(String id, String members) {
		return "{\"assessment_id\":\"" + id + "\",\"timestamp\":" + this.clock.incrementAndGet() + "," + members + "}";
	}

	private void tell(String operation, String body) {
		new Caller(sibling("ashby"), Caller.basic(AshbySimulator.API_KEY + ":")).post("/" + operation, body);
	}

	private PlayedProvider provider() {
		return PlayedProvider.of(this.provider.path("kind").asString(), this.self);
	}

	private URI sibling(String name) {
		return this.self.resolve("/" + name);
	}

	private static Answer ok(String json) {
		return Answer.json(200, Json.read(json));
	}

	private record Check(String id, Candidate candidate, String origin, String reference, String state,
			boolean byHand) {

		Check in(String newState, boolean nowByHand) {
			return new Check(this.id, this.candidate, this.origin, this.reference, newState, nowByHand);
		}

	}

}
