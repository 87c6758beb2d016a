package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.bgvbridge.sandbox.http.Refused;

/**
 * The account's reports, and the rule against more than three of one candidate in a day.
 */
final class Reports {

	private static final int MOST_OF_ONE = 3;

	private static final Duration EXPECTED_AFTER = Duration.ofDays(3);

	private final Map<String, CheckrReport> byId = new LinkedHashMap<>();

	/** Begins the report of an invitation whose form is filled in. */
	synchronized CheckrReport begin(String id, Invitation invitation) {
		Instant now = Instant.now();
		CheckrReport begun = new CheckrReport(id, invitation.candidateId(), invitation.order(),
				CheckrReport.Standing.PENDING, now, now.plus(EXPECTED_AFTER), null);
		this.byId.put(id, begun);
		return begun;
	}

	/**
	 * Refuses an order for a candidate who had enough today.
	 * @throws CheckrRefusal with 409
	 */
	synchronized void refuseTooMany(String candidateId) {
		Instant yesterday = Instant.now().minus(Duration.ofHours(24));
		long today = this.byId.values()
			.stream()
			.filter((report) -> report.candidateId().equals(candidateId) && report.createdAt().isAfter(yesterday))
			.count();
		if (today >= MOST_OF_ONE) {
			throw CheckrRefusal.of(409, "Too many reports for this candidate in 24 hours");
		}
	}

	/**
	 * A report.
	 * @throws CheckrRefusal with 404 when there is none
	 */
	synchronized CheckrReport required(String id) {
		CheckrReport known = this.byId.get(id);
		if (known == null) {
			throw CheckrRefusal.of(404, "Report not found");
		}
		return known;
	}

	/**
	 * Changes how a report stands.
	 * @throws Refused when there is none
	 */
	synchronized CheckrReport change(String id, UnaryOperator<CheckrReport> change) {
		CheckrReport known = this.byId.get(id);
		if (known == null) {
			throw new Refused(404, "No such report");
		}
		CheckrReport changed = change.apply(known);
		this.byId.put(id, changed);
		return changed;
	}

	/** Newest first. */
	synchronized List<CheckrReport> newest(Predicate<CheckrReport> wanted) {
		List<CheckrReport> found = new ArrayList<>(this.byId.values().stream().filter(wanted).toList());
		Collections.reverse(found);
		return List.copyOf(found);
	}

}
