package io.bgvbridge.sandbox.checkr;

import java.util.List;
import java.util.Set;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Holds;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The calls about invitations, of which making one costs money in the end. */
final class InvitationEndpoints {

	private static final Set<String> KNOWN = Set.of("candidate_id", "package", "work_locations", "node", "tags");

	private static final Set<String> STATUSES = Set.of(Invitation.PENDING, Invitation.COMPLETED, Invitation.EXPIRED);

	private static final Set<String> NODES = Set.of("ENG", "SALES");

	private final Screenings screenings;

	private final Webhooks webhooks;

	private final Views views;

	private final Holds holds;

	InvitationEndpoints(Screenings screenings, Webhooks webhooks, Views views, Holds holds) {
		this.screenings = screenings;
		this.webhooks = webhooks;
		this.views = views;
		this.holds = holds;
	}

	void on(Routes routes) {
		routes.on("POST", "/v1/invitations", "Invites a candidate", this::create)
			.on("GET", "/v1/invitations", "By candidate_id and status, in pages", this::list)
			.on("GET", "/v1/invitations/{id}", "One invitation; a deleted one with include_deleted=true", this::read)
			.on("DELETE", "/v1/invitations/{id}", "Cancels an invitation", this::delete);
	}

	private Answer create(Request request) {
		JsonNode body = BodyRules.of(request, KNOWN)
			.required("candidate_id", JsonNode::isString)
			.required("package", JsonNode::isString)
			.required("work_locations", WorkLocations::areValid)
			.optional("node", JsonNode::isString)
			.optional("tags", (node) -> node.isArray() && node.valueStream().allMatch(JsonNode::isString))
			.kept();
		if (!PackageList.has(body.path("package").stringValue())) {
			throw CheckrRefusal.of(400, List.of("package is unknown"));
		}
		if (body.hasNonNull("node") && !NODES.contains(body.path("node").stringValue())) {
			throw CheckrRefusal.of(400, List.of("node is unknown"));
		}
		Invitation added = this.screenings.invite(body);
		this.webhooks.send("invitation.created", this.views.invitation(added), WebhookDelivery.ONCE);
		this.holds.reached();
		return Answer.json(201, this.views.invitation(added));
	}

	/**
	 * As documented, lists leave out deleted invitations, and those for work outside the
	 * US.
	 */
	private Answer list(Request request) {
		Pages.onlyKnown(request, "candidate_id", "status");
		String candidateId = request.parameter("candidate_id");
		String status = request.parameter("status");
		if (status != null && !STATUSES.contains(status)) {
			throw CheckrRefusal.of(400, "status is invalid");
		}
		return Pages.of(request, this.screenings.invitations()
			.newest((invitation) -> fits(candidateId, invitation.candidateId()) && fits(status, invitation.status())
					&& invitation.deletedAt() == null && WorkLocations.areAmerican(invitation.order().workLocations())),
				this.views::invitation);
	}

	private Answer read(Request request) {
		Invitation known = this.screenings.invitations().required(request.variable("id"));
		if (known.deletedAt() != null && !"true".equals(request.parameter("include_deleted"))) {
			throw CheckrRefusal.of(404, "Invitation not found");
		}
		return Answer.json(200, this.views.invitation(known));
	}

	private Answer delete(Request request) {
		Invitation deleted = this.screenings.invitations().delete(request.variable("id"));
		this.webhooks.send("invitation.deleted", this.views.invitation(deleted), WebhookDelivery.ONCE);
		return Answer.json(200, this.views.invitation(deleted));
	}

	private static boolean fits(@Nullable String wanted, String found) {
		return wanted == null || wanted.equals(found);
	}

}
