package io.bgvbridge.sandbox.checkr;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checkr's objects as JSON. */
final class Views {

	private volatile URI baseUrl = URI.create("http://localhost/checkr");

	void shownAt(URI url) {
		this.baseUrl = url;
	}

	ObjectNode candidate(CheckrCandidate candidate) {
		ObjectNode view = Json.object()
			.put("id", candidate.id())
			.put("object", "candidate")
			.put("uri", "/v1/candidates/" + candidate.id())
			.put("created_at", text(candidate.createdAt()))
			.put("email", candidate.email())
			.put("first_name", candidate.firstName())
			.put("last_name", candidate.lastName())
			.put("phone", candidate.phone())
			.put("custom_id", candidate.customId());
		view.set("metadata", candidate.metadata());
		return view;
	}

	ObjectNode invitation(Invitation invitation) {
		ObjectNode view = Json.object()
			.put("id", invitation.id())
			.put("object", "invitation")
			.put("uri", "/v1/invitations/" + invitation.id())
			.put("status", invitation.status())
			.put("invitation_url", this.baseUrl + "/apply/" + invitation.token())
			.put("created_at", text(invitation.createdAt()))
			.put("expires_at", text(invitation.expiresAt()))
			.put("deleted_at", text(invitation.deletedAt()))
			.put("candidate_id", invitation.candidateId())
			.put("report_id", invitation.reportId());
		return ordered(view, invitation.order());
	}

	ObjectNode report(CheckrReport report) {
		CheckrReport.Standing standing = report.standing();
		ObjectNode view = Json.object()
			.put("id", report.id())
			.put("object", "report")
			.put("uri", "/v1/reports/" + report.id())
			.put("status", standing.status())
			.put("result", standing.verdict().result())
			.put("assessment", standing.verdict().assessment())
			.put("adjudication", standing.adjudication())
			.put("includes_canceled", standing.verdict().includesCanceled())
			.put("created_at", text(report.createdAt()))
			.put("completed_at", text(report.completedAt()))
			.put("estimated_completion_time", text(report.estimatedCompletionTime()))
			.put("candidate_id", report.candidateId());
		return ordered(view, report.order());
	}

	static @Nullable String text(@Nullable Instant time) {
		return (time != null) ? time.truncatedTo(ChronoUnit.SECONDS).toString() : null;
	}

	private static ObjectNode ordered(ObjectNode view, Invitation.Order order) {
		view.put("package", order.packageSlug()).put("node", order.node());
		view.set("work_locations", order.workLocations());
		view.set("tags", texts(order.tags()));
		return view;
	}

	private static ArrayNode texts(List<String> texts) {
		ArrayNode array = Json.array();
		texts.forEach(array::add);
		return array;
	}

}
