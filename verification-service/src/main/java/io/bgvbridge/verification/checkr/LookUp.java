package io.bgvbridge.verification.checkr;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.databind.JsonNode;

/**
 * Looks for the invitation of an order among those of the person.
 */
class LookUp {

	/** Checkr refuses more than a few candidates of the same details. */
	private static final int MOST_CANDIDATES = 4;

	/**
	 * Stands for what Checkr's lists may leave out, so that "not there" is not believed.
	 */
	static final Match UNLISTED = new Match("unlisted", Likelihood.FOREIGN);

	private final People people;

	private final Invitations invitations;

	LookUp(People people, Invitations invitations) {
		this.people = people;
		this.invitations = invitations;
	}

	List<Match> find(ProviderAccess access, Order order, Instant begun) {
		JsonNode known = this.people.known(access, order);
		List<String> candidates = known.path("data")
			.valueStream()
			.map((candidate) -> Fields.text(candidate, "id"))
			.toList();
		boolean whole = isWhole(known) && candidates.size() <= MOST_CANDIDATES
				&& WorkLocation.of(access).map(WorkLocation::isListed).orElse(true);
		List<Match> matches = new ArrayList<>();
		for (String candidate : candidates.subList(0, Math.min(MOST_CANDIDATES, candidates.size()))) {
			JsonNode sent = this.invitations.of(access, candidate);
			whole &= isWhole(sent);
			sent.path("data")
				.valueStream()
				.map(Invitation::read)
				.map((each) -> match(each, order, begun))
				.forEach(matches::add);
		}
		if (!whole) {
			matches.add(UNLISTED);
		}
		return matches;
	}

	private static boolean isWhole(JsonNode page) {
		return Fields.find(page, "next_href").isEmpty();
	}

	private static Match match(Invitation invitation, Order order, Instant begun) {
		return new Match(invitation.id(),
				Invitation.order(invitation.tags())
					.map((tagged) -> tagged.equals(order.assessmentId()) ? Likelihood.CERTAIN : Likelihood.FOREIGN)
					.orElseGet(() -> untagged(invitation, order, begun)));
	}

	/** Checkr's times are in whole seconds. */
	private static Likelihood untagged(Invitation invitation, Order order, Instant begun) {
		Instant created = invitation.createdAt();
		return (created != null && !created.isBefore(begun.truncatedTo(ChronoUnit.SECONDS))
				&& invitation.packageKey().equals(order.packageKey())) ? Likelihood.POSSIBLE : Likelihood.FOREIGN;
	}

}
