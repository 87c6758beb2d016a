package io.bgvbridge.gateway.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.bgvbridge.gateway.assessment.Origin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ways that checks went.
 */
@Component
final class Timelines {

	private final JdbcClient jdbc;

	Timelines(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every hop of a check, in the order of time. */
	List<Hop> of(VerificationView view) {
		List<Hop> hops = new ArrayList<>();
		hops.addAll(begin(view));
		hops.addAll(this.jdbc
			.sql("select at, hop, state, revision, detail from timeline where assessment_id = ?"
					+ " order by at, revision, event_id")
			.param(view.assessmentId())
			.query((row, number) -> new Hop(at(row, "at"), row.getString("hop"), row.getString("state"),
					row.getObject("revision", Long.class), row.getString("detail")))
			.list());
		// A check that a rule began may have got on before a recruiter took it over.
		hops.subList(1, hops.size()).sort(Comparator.comparing(Hop::at));
		return hops;
	}

	private List<Hop> begin(VerificationView view) {
		Optional<Instant> takenOver = this.jdbc
			.sql("select taken_over_at from assessment where assessment_id = ? and taken_over_at is not null")
			.param(view.assessmentId())
			.query((row, number) -> at(row, "taken_over_at"))
			.optional();
		if (view.origin() == Origin.RECRUITER && takenOver.isEmpty()) {
			return List.of(Hop.started(view.startedAt()));
		}
		return Stream.concat(Stream.of(Hop.startedByRule(view.startedAt())), takenOver.map(Hop::takenOver).stream())
			.toList();
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
