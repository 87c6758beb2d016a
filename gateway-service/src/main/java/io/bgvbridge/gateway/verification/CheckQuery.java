package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.bgvbridge.gateway.assessment.SearchTerms;
import org.jspecify.annotations.Nullable;

/**
 * A filter in SQL. Ids hold the time at which they were made, so that age and pages go by
 * the primary key.
 *
 * @param where the condition
 * @param byProvider whether only one provider's checks are meant
 * @param parameters the values
 */
record CheckQuery(String where, boolean byProvider, Map<String, Object> parameters) {

	private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	/**
	 * Most of these have been reported by nobody yet; such a one is open. Two ways that
	 * each have an index, and not one condition that none has. An earlier release leaves
	 * the mark where there is a verification by now.
	 */
	private static final String REQUESTED = """
			a.assessment_id in (
				select assessment_id from verification where state = 'REQUESTED'
				union all
				select o.assessment_id from assessment o where o.awaits_first_update and o.closed_at is null
					and not exists (select 1 from verification r where r.assessment_id = o.assessment_id))
			""";

	/** What is no word, e-mail address or id finds nothing. */
	private static final int LONGEST = 400;

	static CheckQuery of(CheckFilter filter, @Nullable UUID before, SearchTerms terms) {
		List<String> conditions = new ArrayList<>();
		Map<String, Object> values = new HashMap<>();
		if (filter.state() == State.REQUESTED) {
			conditions.add(REQUESTED);
		}
		else if (filter.state() != null) {
			conditions.add("v.state = :state");
			values.put("state", filter.state().name());
		}
		if (filter.connectionId() != null) {
			conditions.add("a.connection_id = :connection");
			values.put("connection", filter.connectionId());
		}
		boolean byProvider = filter.provider() != null && !filter.provider().isBlank();
		if (byProvider) {
			conditions.add("a.connection_id = k.connection_id");
			values.put("provider", filter.provider());
		}
		if (Boolean.TRUE.equals(filter.openOnly())) {
			conditions.add("a.closed_at is null");
		}
		if (filter.olderThan() != null) {
			conditions.add("a.assessment_id < :oldest");
			values.put("oldest", firstAt(Instant.now().minus(filter.olderThan())));
		}
		if (before != null) {
			conditions.add("a.assessment_id < :before");
			values.put("before", before);
		}
		if (filter.q() != null && !filter.q().isBlank()) {
			conditions.add(search(filter.q().strip(), terms, values));
		}
		return new CheckQuery(conditions.isEmpty() ? "where true" : "where " + String.join(" and ", conditions),
				byProvider, values);
	}

	/**
	 * The newest checks. Those of a provider are looked for in each of its connections:
	 * among all checks, few could be far apart.
	 * @param select which columns, of assessments called {@code a}
	 * @return SQL that takes a {@code limit} besides the parameters
	 */
	String newest(String select) {
		String rows = select + this.where + " order by a.assessment_id desc limit :limit";
		return this.byProvider ? "select r.* from connection k cross join lateral (" + rows
				+ ") r where k.provider = :provider order by r.assessment_id desc limit :limit" : rows;
	}

	private static String search(String text, SearchTerms terms, Map<String, Object> values) {
		if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
			return "false";
		}
		values.put("q", text);
		String byApplication = "select assessment_id from assessment where application_id = :q";
		if (UUIDS.matcher(text).matches()) {
			values.put("id", UUID.fromString(text));
			return "a.assessment_id in (select cast(:id as uuid) union " + byApplication + ")";
		}
		List<List<byte[]>> words = terms.of(text);
		IntStream.range(0, words.size()).forEach((i) -> values.put("word" + i, words.get(i)));
		String byWords = IntStream.range(0, words.size())
			.mapToObj((i) -> "select assessment_id from assessment_term where term_hash in (:word" + i + ")")
			.collect(Collectors.joining(" intersect "));
		return "a.assessment_id in (" + byApplication + (words.isEmpty() ? "" : " union (" + byWords + ")") + ")";
	}

	/** The first id that can be made at a time. */
	static UUID firstAt(Instant at) {
		return new UUID((at.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE);
	}

}
