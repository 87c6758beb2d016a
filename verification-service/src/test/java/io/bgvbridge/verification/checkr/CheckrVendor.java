package io.bgvbridge.verification.checkr;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.JsonExchange;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.ProviderAccess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A strict Checkr.
 */
final class CheckrVendor extends ContractVendor {

	static final Map<String, String> SETTINGS = Map.of("workLocation.country", "US", "workLocation.state", "CA", "node",
			"ENG");

	final Map<String, Map<String, Object>> people = new ConcurrentSkipListMap<>();

	final Map<String, Map<String, Object>> sent = new ConcurrentSkipListMap<>();

	final Map<String, Map<String, Object>> reports = new ConcurrentSkipListMap<>();

	private final Map<String, Reply> answered = new ConcurrentHashMap<>();

	private final Map<String, String> bodies = new ConcurrentHashMap<>();

	@Override
	public ProviderAccess access() {
		return access(SETTINGS);
	}

	ProviderAccess access(Map<String, String> settings) {
		return new ProviderAccess(UUID.randomUUID(), address("/checkr/v1/"), "ck-key-42", settings);
	}

	@Override
	public String credentials() {
		return JsonExchange.basic("ck-key-42");
	}

	@Override
	public boolean isOrdering(Call call) {
		return call.is("POST", "/invitations");
	}

	@Override
	public List<String> orders() {
		return this.sent.values()
			.stream()
			.filter((each) -> each.get("deleted_at") == null && !each.get("created_at").equals("2020-01-01T00:00:00Z"))
			.map((each) -> (String) each.get("id"))
			.toList();
	}

	@Override
	public int invitations() {
		return this.sent.size();
	}

	@Override
	public boolean isErasing(Call call) {
		return call.is("DELETE", "/pii");
	}

	@Override
	public boolean knowsPersonOf(String reference) {
		return this.people.get((String) this.sent.get(reference).get("candidate_id")).get("email") != null;
	}

	@Override
	public void candidateAnswers(String reference) {
		this.sent.get(reference).put("status", "completed");
	}

	@Override
	public byte[] stands(String reference, UUID assessmentId, String code) {
		Map<String, Object> invitation = this.sent.get(reference);
		String word = code.substring(code.indexOf(':') + 1);
		if (code.startsWith("invitation:")) {
			invitation.put("status", word.equals("deleted") ? "pending" : word);
			invitation.put("deleted_at", word.equals("deleted") ? "2026-11-21T10:00:00Z" : null);
			invitation.put("report_id", null);
			return event("invitation", invitation);
		}
		invitation.put("deleted_at", null);
		invitation.put("status", "completed");
		invitation.put("report_id", "rep1");
		Map<String, Object> report = report(word);
		report.put("candidate_id", invitation.get("candidate_id"));
		this.reports.put("rep1", report);
		return event("report", report);
	}

	private static Map<String, Object> report(String word) {
		Map<String, Object> report = new LinkedHashMap<>(Map.of("id", "rep1", "object", "report"));
		String outcome = word.substring(word.indexOf('/') + 1);
		report.put("status", word.startsWith("complete/") ? "complete" : word);
		report.put("result", switch (outcome) {
			case "clear", "consider" -> outcome;
			// An assessment goes before what would say something else.
			case "eligible" -> "consider";
			case "review", "escalated" -> "clear";
			default -> null;
		});
		report.put("assessment",
				Set.of("eligible", "review", "escalated", "purple").contains(outcome) ? outcome : null);
		report.put("includes_canceled", outcome.endsWith("+canceled"));
		report.put("adjudication", null);
		return report;
	}

	static byte[] event(String object, Map<String, Object> about) {
		return JSON.writeValueAsBytes(Map.of("id", UUID.randomUUID(), "object", "event", "type", object + ".updated",
				"created_at", "2026-11-21T10:00:00Z", "account_id", "acc_1", "data", Map.of("object", about)));
	}

	@Override
	public byte[] foreign() {
		return """
				{"id":"e1","object":"event","type":"package.updated","data":{"object":{"object":"package","id":"p1"}}}"""
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void hasAnotherOrderFor(Order order) {
		String person = person(order.candidateId(), order.candidate().email());
		Map<String, Object> old = invitation(person, order.packageKey(), List.of());
		old.put("created_at", "2020-01-01T00:00:00Z");
		invitation(person, order.packageKey(), List.of("order:" + UUID.randomUUID())).put("created_at",
				"2020-01-01T00:00:00Z");
	}

	private String person(String customId, String email) {
		String id = "cand" + (this.people.size() + 1);
		this.people.put(id, new LinkedHashMap<>(
				Map.of("id", id, "object", "candidate", "custom_id", customId, "email", email, "first_name", "Asha")));
		return id;
	}

	Map<String, Object> invitation(String person, String slug, Object tags) {
		Map<String, Object> invitation = new LinkedHashMap<>();
		invitation.put("id", "inv" + (this.sent.size() + 1));
		invitation.put("object", "invitation");
		invitation.put("status", "pending");
		invitation.put("invitation_url", "https://forms.example/invite/form-secret-1");
		invitation.put("candidate_id", person);
		invitation.put("package", slug);
		invitation.put("created_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
		invitation.put("deleted_at", null);
		invitation.put("report_id", null);
		invitation.put("tags", tags);
		this.sent.put((String) invitation.get("id"), invitation);
		return invitation;
	}

	@Override
	protected Reply answer(Call call) {
		if (!call.header("Authorization").equals(credentials())) {
			return error(401, "Bad authentication");
		}
		String path = call.uri().getPath().replaceFirst("^/checkr/v1/", "");
		String id = path.substring(path.indexOf('/') + 1);
		return switch (call.method() + " " + path.replaceFirst("/.*", "/")) {
			case "GET packages" -> packages(call.query("page"));
			case "GET candidates" -> list(this.people, "custom_id", call.query("custom_id"));
			case "GET invitations" -> list(this.sent, "candidate_id", call.query("candidate_id"));
			case "GET invitations/" -> invitation(id, call.query("include_deleted").equals("true"));
			case "GET candidates/" -> found(this.people.get(id));
			case "DELETE candidates/" -> remove(this.people.get(id.replaceFirst("/pii$", "")), call);
			case "GET reports/" -> found(this.reports.get(id));
			case "POST candidates", "POST invitations" -> once(call);
			case "DELETE invitations/" -> delete(this.sent.get(id));
			default -> error(404, "Resource not found");
		};
	}

	private static Reply packages(String page) {
		Map<String, Object> answer = new HashMap<>();
		answer.put("object", "list");
		answer.put("next_href", page.equals("1") ? "https://api.checkr.com/v1/packages?page=2" : null);
		answer.put("data",
				List.of(Map.of("id", "p" + page, "name", "Package " + page, "slug", "package_" + page, "price", 3500,
						"screenings", List.of(Map.of("type", "ssn_trace"), Map.of("type", "county_criminal_search")))));
		return Reply.of(200, answer);
	}

	private static Reply list(Map<String, Map<String, Object>> all, String field, String value) {
		return Reply.of(200,
				Map.of("object", "list", "data",
						all.values()
							.stream()
							.filter((each) -> value.equals(each.get(field)) && each.get("deleted_at") == null)
							.toList()));
	}

	private Reply invitation(String id, boolean evenDeleted) {
		Map<String, Object> invitation = this.sent.get(id);
		return found((invitation != null && invitation.get("deleted_at") != null && !evenDeleted) ? null : invitation);
	}

	private static Reply found(@Nullable Object object) {
		return (object != null) ? Reply.of(200, object) : error(404, "Resource not found");
	}

	/** A key is for one call only. */
	private Reply once(Call call) {
		String key = call.header("Idempotency-Key");
		if (!key.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")) {
			return error(400, "Idempotency-Key must be a version 4 UUID");
		}
		String meant = call.uri().getPath() + new String(call.body(), StandardCharsets.UTF_8);
		if (!meant.equals(this.bodies.computeIfAbsent(key, (unused) -> meant))) {
			return error(400, "Idempotency-Key was used for something else");
		}
		Reply earlier = this.answered.get(key);
		if (earlier != null) {
			return earlier;
		}
		Reply reply = call.is("POST", "/candidates") ? person(call.json()) : invite(call.json());
		if (reply.status() < 300) {
			this.answered.put(key, reply);
		}
		return reply;
	}

	private Reply person(JsonNode body) {
		if (!body.path("email").asString("").contains("@")) {
			return error(400, List.of("email is invalid"));
		}
		String id = person(body.path("custom_id").asString(), body.path("email").asString());
		return Reply.of(201, this.people.get(id));
	}

	private Reply invite(JsonNode body) {
		if (!body.path("package").asString("").startsWith("package_")) {
			return error(400, "package not found");
		}
		if (!this.people.containsKey(body.path("candidate_id").asString("")) || body.path("work_locations").size() != 1
				|| !body.path("node").asString("ENG").equals("ENG")) {
			return error(400, List.of("candidate_id or work_locations or node is missing", "second"));
		}
		return Reply.of(201, invitation(body.path("candidate_id").asString(), body.path("package").asString(),
				JSON.convertValue(body.path("tags"), List.class)));
	}

	private static Reply remove(@Nullable Map<String, Object> person, Call call) {
		if (person == null || !call.uri().getPath().endsWith("/pii")) {
			return error(404, "Resource not found");
		}
		if (!call.json().path("deletion_contact_email_address").asString("").contains("@")) {
			return error(400, List.of("deletion_contact_email_address is missing"));
		}
		if (person.get("email") == null) {
			return error(400, "PII was removed already");
		}
		List.of("email", "first_name").forEach((field) -> person.put(field, null));
		return Reply.of(200, person);
	}

	private static Reply delete(@Nullable Map<String, Object> invitation) {
		if (invitation == null || invitation.get("deleted_at") != null) {
			return error(404, "Resource not found");
		}
		if (!invitation.get("status").equals("pending")) {
			return error(400, "Invitation is not pending");
		}
		invitation.put("deleted_at", "2026-11-21T10:00:00Z");
		return Reply.of(200, invitation);
	}

	private static Reply error(int status, Object words) {
		return Reply.of(status, Map.of("error", words));
	}

}
