package io.bgvbridge.verification.springverify;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.databind.JsonNode;

/**
 * A strict SpringVerify.
 */
final class SpringVerifyVendor extends ContractVendor {

	private static final String ROOT = "/springverify/external/v1/candidate";

	private static final Set<String> MEMBERS = Set.of("name", "email", "phone", "invite", "meta_data");

	private final Map<String, Map<String, Object>> candidates = new ConcurrentSkipListMap<>();

	@Override
	public ProviderAccess access() {
		return new ProviderAccess(UUID.randomUUID(), address("/springverify"), "sv-token-42", Map.of());
	}

	@Override
	public String credentials() {
		return "Bearer sv-token-42";
	}

	@Override
	public boolean isOrdering(Call call) {
		return call.is("POST", "/add");
	}

	@Override
	public List<String> orders() {
		return this.candidates.entrySet()
			.stream()
			.filter((candidate) -> !candidate.getValue().get("initiation_date").equals("2020-01-01"))
			.map(Map.Entry::getKey)
			.toList();
	}

	@Override
	public int invitations() {
		return orders().size();
	}

	@Override
	public byte[] stands(String reference, UUID assessmentId, String code) {
		this.candidates.get(reference).put("overall_status_code", Integer.parseInt(code));
		return JSON.writeValueAsBytes(Map.of("event", "status_update", "candidate_id", Integer.parseInt(reference),
				"overall_status_code", Integer.parseInt(code), "name", "Asha Rao", "report_url",
				"https://forms.example/signed", "meta_data", Map.of("order_id", assessmentId)));
	}

	@Override
	public byte[] foreign() {
		return "{\"event\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void hasAnotherOrderFor(Order order) {
		add(order.candidate().email(), Map.of(), "2020-01-01");
	}

	private String add(String email, Object metaData, String initiated) {
		String id = Integer.toString(918273 + this.candidates.size());
		Map<String, Object> candidate = new LinkedHashMap<>();
		candidate.put("candidate_id", Integer.parseInt(id));
		candidate.put("email", email);
		candidate.put("overall_status_code", 3);
		candidate.put("overall_status", "Awaiting Input");
		candidate.put("initiation_date", initiated);
		candidate.put("completion_date", null);
		candidate.put("meta_data", metaData);
		this.candidates.put(id, candidate);
		return id;
	}

	@Override
	protected Reply answer(Call call) {
		if (!call.header("Authorization").equals(credentials())) {
			return Reply.of(401, Map.of("msg", "Invalid token"));
		}
		return switch (call.method() + " " + call.uri().getPath()) {
			case "GET " + ROOT + "/packages" ->
				Reply.of(200, Map.of("data", Map.of("credit_balance", 41, "packages", List
					.of(Map.of("package_id", 12, "package_name", "Master", "subtype_id", 34, "subtype_name", "x")))));
			case "POST " + ROOT + "/add" -> add(call.json());
			case "GET " + ROOT + "/details" -> details(call);
			case "GET " + ROOT + "/report/pdf" -> report(call.query("candidate_id"));
			default -> new Reply(404, "");
		};
	}

	private Reply add(JsonNode body) {
		JsonNode candidate = body.path("candidate");
		if (!MEMBERS.containsAll(candidate.propertyNames())
				|| !candidate.path("name").asString("").matches("[A-Za-z .-]{2,}")
				|| !candidate.path("phone").asString("").matches("[6-9][0-9]{9}")
				|| body.at("/package/package_id").asInt(0) != 12) {
			return Reply.of(400, Map.of("errors", List.of(Map.of("path", "candidate", "msg", "not as it should be"))));
		}
		String id = add(candidate.path("email").asString(""), candidate.path("meta_data"),
				LocalDate.now(ZoneOffset.UTC).toString());
		return Reply.of(200, Map.of("data", Map.of("candidate_id", Integer.parseInt(id), "bgv_url",
				"https://forms.example/bgv?token=form-secret-1")));
	}

	private Reply details(Call call) {
		if (!call.query("candidate_id").isEmpty()) {
			return Reply.of(200, Map.of("data", this.candidates.get(call.query("candidate_id"))));
		}
		return Reply.of(200, Map.of("data", this.candidates.values()
			.stream()
			.filter((candidate) -> call.query("email").isEmpty() || call.query("email").equals(candidate.get("email")))
			.toList()));
	}

	private Reply report(String id) {
		boolean completed = Integer.valueOf(1).equals(this.candidates.get(id).get("overall_status_code"));
		return completed
				? Reply.of(200,
						Map.of("report",
								Base64.getEncoder().encodeToString("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))))
				: new Reply(404, "");
	}

}
