package io.bgvbridge.sandbox.ashby;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API that partners call, with Ashby's gates in Ashby's order. */
final class AshbyApi {

	/** Agents that a client sends when nobody chose one. */
	private static final List<String> DEFAULT_AGENTS = List.of("java/", "java-http-client/", "apache-httpclient/",
			"reactornetty/", "python-urllib/");

	private static final Route UPLOAD = new Route("POST", "/upload/{id}", "Takes the file, without Ashby's key");

	private final ApiKeys keys;

	private final Uploads uploads;

	private final Map<String, Operation> operations = new LinkedHashMap<>();

	private volatile ErrorShape shape = ErrorShape.CODES_AND_INFO;

	AshbyApi(ApiKeys keys, Uploads uploads) {
		this.keys = keys;
		this.uploads = uploads;
		on("apiKey.info", Scope.API_KEYS_READ, "Facts on the key", (body, request) -> results(keyInfo(request)));
		on("file.createFileUploadHandle", Scope.CANDIDATES_WRITE, "An address for one file",
				(body, request) -> results(uploads.create(body)));
	}

	AshbyApi with(CandidateEndpoints candidates, NoteEndpoints notes) {
		on("candidate.info", Scope.CANDIDATES_READ, "One candidate, with phone",
				(body, request) -> results(candidates.info(body)));
		on("candidate.search", Scope.CANDIDATES_READ, "Candidates by e-mail or name",
				(body, request) -> results(candidates.search(body)));
		on("candidate.uploadFile", Scope.CANDIDATES_WRITE, "Attaches an uploaded file",
				(body, request) -> results(candidates.uploadFile(body)));
		on("candidate.createNote", Scope.CANDIDATES_WRITE, "Writes a note",
				(body, request) -> results(notes.create(body)));
		on("candidate.listNotes", Scope.CANDIDATES_READ, "The notes, newest first",
				(body, request) -> notes.list(body));
		return this;
	}

	AshbyApi with(Assessments assessments, CompletedAssessments completed) {
		on("assessment.update", Scope.CANDIDATES_WRITE, "Status, result, cancel", (body, request) -> {
			assessments.update(body, request.body());
			return Json.object();
		});
		on("assessment.addCompletedToCandidate", Scope.CANDIDATES_WRITE, "A check that began elsewhere",
				(body, request) -> results(completed.add(body, request.body())));
		return this;
	}

	void shape(ErrorShape wanted) {
		this.shape = wanted;
	}

	List<Route> routes() {
		Stream<Route> calls = this.operations.entrySet()
			.stream()
			.map((entry) -> new Route("POST", "/" + entry.getKey(), entry.getValue().what()));
		return Stream.concat(calls, Stream.of(UPLOAD)).toList();
	}

	Answer answer(Request request) {
		if (request.method().equals("POST") && request.path().startsWith("/upload/")) {
			return this.uploads.take(request);
		}
		String requestId = RequestIds.next();
		return answer(request, requestId).with("x-ashby-request-id", requestId)
			.with("Ashby-Version", "2026-01-01")
			.with("Ashby-Version-Status", "active");
	}

	Answer failure(int status) {
		AshbyRefusal refusal = AshbyRefusal.of((status == 429) ? "rate_limit_exceeded" : "internal_error",
				(status == 429) ? "Rate limit exceeded" : "Injected by the sandbox");
		String requestId = RequestIds.next();
		return Answer.json(status, refusal.body(this.shape, requestId)).with("x-ashby-request-id", requestId);
	}

	private Answer answer(Request request, String requestId) {
		if (isDefaultAgent(request.header("user-agent"))) {
			return Answer.html(403,
					"<html><head><title>Access denied</title></head><body>error code: 1010</body></html>");
		}
		try {
			return Answer.json(200, Json.object().put("success", true).setAll(envelope(request)));
		}
		catch (AshbyRefusal refusal) {
			return Answer.json(refusal.status(), refusal.body(this.shape, requestId));
		}
	}

	private ObjectNode envelope(Request request) {
		ApiKeys.ApiKey key = this.keys.authenticated(request.header("authorization"));
		Operation operation = this.operations.get(request.path().substring(1));
		if (operation == null) {
			throw AshbyRefusal.of("endpoint_not_found", "Endpoint not found");
		}
		if (!request.method().equals("POST")) {
			throw AshbyRefusal.of("invalid_method", "Only POST is allowed");
		}
		key.require(operation.scope());
		String version = request.header("ashby-version");
		if (version != null && !version.equals("2026-01-01")) {
			throw AshbyRefusal.invalid("Ashby-Version", "is not known");
		}
		return operation.work().apply(body(request), request);
	}

	private void on(String name, Scope scope, String what, BiFunction<JsonNode, Request, ObjectNode> work) {
		this.operations.put(name, new Operation(scope, what, work));
	}

	private static ObjectNode results(JsonNode results) {
		return Json.object().set("results", results);
	}

	private static JsonNode body(Request request) {
		if (!request.isJson()) {
			throw AshbyRefusal.invalid("Content-Type", "must be application/json");
		}
		try {
			JsonNode body = Json.read(request.body());
			return Input.of(body, "").node();
		}
		catch (JacksonException ex) {
			throw AshbyRefusal.of("invalid_input", "Request payload is malformed");
		}
	}

	private JsonNode keyInfo(Request request) {
		ApiKeys.ApiKey key = this.keys.authenticated(request.header("authorization"));
		ObjectNode info = Json.object().put("title", "Sandbox key").put("createdAt", key.createdAt().toString());
		ArrayNode scopes = info.putArray("scopes");
		key.scopes().stream().sorted().map(Scope::listed).forEach(scopes::add);
		return info;
	}

	private static boolean isDefaultAgent(@Nullable String agent) {
		return agent == null || agent.isBlank()
				|| DEFAULT_AGENTS.stream().anyMatch(agent.toLowerCase(Locale.ROOT)::startsWith);
	}

	private record Operation(Scope scope, String what, BiFunction<JsonNode, Request, ObjectNode> work) {
	}

}
