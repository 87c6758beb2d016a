package io.bgvbridge.sandbox.springverify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that read candidates and reports. */
final class LookUps {

	private static final int LARGEST_PAGE = 1000;

	private final ProviderCandidates candidates;

	private final ReportLinks links;

	LookUps(ProviderCandidates candidates, ReportLinks links) {
		this.candidates = candidates;
		this.links = links;
	}

	Answer details(Request request) {
		String id = request.parameter("candidate_id");
		String email = request.parameter("email");
		if (id != null) {
			return data(view(this.candidates.required(number("candidate_id", id, Integer.MAX_VALUE))));
		}
		if (email != null) {
			List<ProviderCandidate> found = this.candidates
				.newest((candidate) -> candidate.email().equalsIgnoreCase(email), 0, 1);
			if (found.isEmpty()) {
				throw ProviderRefusal.message(404, "Candidate not found");
			}
			return data(view(found.getFirst()));
		}
		return page(number("limit", request.parameter("limit"), LARGEST_PAGE),
				number("offset", request.parameter("offset"), Integer.MAX_VALUE));
	}

	private Answer page(int limit, int offset) {
		ObjectNode answer = Json.object().put("success", true);
		ArrayNode data = answer.putArray("data");
		this.candidates.newest((candidate) -> true, offset, limit).forEach((candidate) -> data.add(view(candidate)));
		return Answer.json(200, answer);
	}

	Answer report(Request request) {
		ProviderCandidate candidate = this.candidates
			.required(number("candidate_id", request.parameter("candidate_id"), Integer.MAX_VALUE));
		if (!"base_64".equals(request.parameter("report_type"))) {
			throw ProviderRefusal.of(400, "report_type", "Invalid value");
		}
		if (!OverallStatus.hasReport(candidate.code())) {
			throw ProviderRefusal.message(404, "Report not available");
		}
		return Answer.json(200,
				Json.object().put("report", Base64.getEncoder().encodeToString(ReportPdf.of(candidate))));
	}

	Answer signedReport(Request request) {
		String id = request.variable("id");
		if (!this.links.isValid(id, request.parameter("expires"), request.parameter("signature"))) {
			throw ProviderRefusal.message(403, "Request has expired");
		}
		ProviderCandidate candidate = this.candidates.required(number("id", id, Integer.MAX_VALUE));
		return Answer.bytes(200, "application/pdf", ReportPdf.of(candidate));
	}

	private ObjectNode view(ProviderCandidate candidate) {
		return Json.object()
			.put("candidate_id", candidate.id())
			.put("candidate_uuid", candidate.uuid())
			.put("name", candidate.name())
			.put("email", candidate.email())
			.put("phone_number", candidate.phone())
			.put("overall_status", OverallStatus.text(candidate.code()))
			.put("overall_status_code", candidate.code())
			.put("initiation_date", date(candidate.initiatedAt()))
			.put("completion_date", date(candidate.completedAt()))
			.put("report_url", this.links.link(candidate));
	}

	private static @Nullable String date(@Nullable Instant time) {
		return (time != null) ? LocalDate.ofInstant(time, ZoneOffset.UTC).toString() : null;
	}

	private static int number(String name, @Nullable String text, int most) {
		if (text == null || !text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
			throw ProviderRefusal.of(400, name, (text == null) ? "Required" : "Invalid value");
		}
		return Integer.parseInt(text);
	}

	private static Answer data(ObjectNode data) {
		return Answer.json(200, Json.object().set("data", data));
	}

}
