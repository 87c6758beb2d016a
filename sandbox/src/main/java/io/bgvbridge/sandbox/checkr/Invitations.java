package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import io.bgvbridge.sandbox.http.Refused;
import tools.jackson.databind.JsonNode;

/** The account's invitations. They run out by themselves, without a webhook. */
final class Invitations {

	private static final int MOST = 100_000;

	private final Map<String, Invitation> byId = new LinkedHashMap<>();

	private Duration lifetime = Duration.ofDays(7);

	/** Keeps the invitation of a body that keeps the rules. */
	synchronized Invitation add(JsonNode body) {
		if (this.byId.size() >= MOST) {
			throw CheckrRefusal.of(400, "The sandbox holds at most " + MOST + " invitations");
		}
		Instant now = Instant.now();
		Invitation.Order order = new Invitation.Order(body.path("package").stringValue(), body.path("work_locations"),
				body.path("node").stringValue(null),
				body.path("tags").valueStream().map(JsonNode::stringValue).toList());
		Invitation added = new Invitation(Ids.next(), body.path("candidate_id").stringValue(), order,
				Invitation.PENDING, now, now.plus(this.lifetime), null, null, UUID.randomUUID().toString());
		this.byId.put(added.id(), added);
		return added;
	}

	/**
	 * An invitation, deleted or not.
	 * @throws CheckrRefusal with 404 when there is none
	 */
	synchronized Invitation required(String id) {
		Invitation known = this.byId.get(id);
		if (known == null) {
			throw CheckrRefusal.of(404, "Invitation not found");
		}
		return asOf(known);
	}

	/**
	 * Deletes an invitation.
	 * @throws CheckrRefusal with 404 when there is none (any more), with 400 when the
	 * report has begun
	 */
	synchronized Invitation delete(String id) {
		Invitation known = required(id);
		if (known.deletedAt() != null) {
			throw CheckrRefusal.of(404, "Invitation not found");
		}
		if (known.status().equals(Invitation.COMPLETED)) {
			throw CheckrRefusal.of(400, "Invitation is completed and cannot be cancelled");
		}
		return keep(known.deleted(Instant.now()));
	}

	/**
	 * The candidate has filled in the form.
	 * @throws Refused when no form is awaited
	 */
	synchronized Invitation complete(String id, String reportId) {
		return keep(open(id).completed(reportId));
	}

	/**
	 * Lets an invitation run out before its time.
	 * @throws Refused when it is not open
	 */
	synchronized Invitation expire(String id) {
		return keep(open(id).expired());
	}

	synchronized void lifetime(Duration wanted) {
		this.lifetime = wanted;
	}

	/** Newest first. */
	synchronized List<Invitation> newest(Predicate<Invitation> wanted) {
		List<Invitation> found = new ArrayList<>(
				this.byId.values().stream().map(Invitations::asOf).filter(wanted).toList());
		Collections.reverse(found);
		return List.copyOf(found);
	}

	private Invitation open(String id) {
		Invitation known = this.byId.get(id);
		if (known == null) {
			throw new Refused(404, "No such invitation");
		}
		if (!asOf(known).isOpen()) {
			throw new Refused(409, "The invitation is not open");
		}
		return known;
	}

	private Invitation keep(Invitation invitation) {
		this.byId.put(invitation.id(), invitation);
		return invitation;
	}

	private static Invitation asOf(Invitation known) {
		return (known.isOpen() && !Instant.now().isBefore(known.expiresAt())) ? known.expired() : known;
	}

}
