package io.bgvbridge.verification.checkr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.databind.JsonNode;

/**
 * An account's invitations.
 */
class Invitations {

	private static final String ALL = "/v1/invitations";

	private static final String ONE = "/v1/invitations/{id}";

	/** Without this Checkr shows no deleted one. */
	private static final String EVEN_DELETED = ONE + "?include_deleted=true";

	private final CheckrClient client;

	Invitations(CheckrClient client) {
		this.client = client;
	}

	/**
	 * Sends one.
	 * @return its id
	 */
	String send(ProviderAccess access, Order order, String candidateId, UUID key) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("candidate_id", candidateId);
		body.put("package", order.packageKey());
		body.put("tags", List.of("bgv-bridge", Invitation.tag(order.assessmentId())));
		access.setting("node").ifPresent((node) -> body.put("node", node));
		WorkLocation.of(access).ifPresent((place) -> body.put("work_locations", List.of(place.members())));
		return Fields.text(this.client.post(access, ALL, body, key), "id");
	}

	Optional<Invitation> find(ProviderAccess access, String id) {
		return this.client.find(access, EVEN_DELETED, id).map(Invitation::read);
	}

	/**
	 * Those of a candidate.
	 * @return the list's first page
	 */
	JsonNode of(ProviderAccess access, String candidateId) {
		return this.client.list(access, ALL, Map.of("candidate_id", candidateId));
	}

	/**
	 * Deletes one.
	 * @return false if it is not there (any more)
	 */
	boolean delete(ProviderAccess access, String id) {
		return this.client.delete(access, ONE, id);
	}

}
