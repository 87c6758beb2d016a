package io.bgvbridge.gateway.failure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.connection.Provider;
import io.bgvbridge.gateway.failure.Failure.Letter;
import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody, as its rows say.
 *
 * @param what verification, connection or dead-letter
 * @param id identity among its kind
 * @param service the service that could not go on; empty for a connection
 * @param connectionId the connection; null if none is known
 * @param assessmentId the check; null if none is known
 * @param provider the provider's code; null as the connection is
 * @param kind the kind of work
 * @param reason why
 * @param outcome what happens next
 * @param since since when
 * @param standing what is known of the check
 * @param letter the dead letter; null for the others
 */
record Failing(String what, UUID id, String service, @Nullable UUID connectionId, @Nullable UUID assessmentId,
		@Nullable String provider, String kind, String reason, String outcome, Instant since, Standing standing,
		@Nullable Letter letter) {

	/** The dead letter's key may name a check or a connection that is known here. */
	static final String SELECT = """
			select f.*, a.assessment_id, c.connection_id, c.provider, a.origin, a.closed_at is not null as closed,
				coalesce(v.final, false) as final, l.source, l.partition, l.record_offset, l.record_key, l.again_of
			from (
				select * from (
					select reported_at as since, assessment_id as id, service, 'verification' as what,
						assessment_id as about, kind, reason, outcome
					from waiting where outcome in ('PARKED', 'GIVEN_UP')
					union all
					select failed_at, letter_id, service, 'dead-letter', about, 'dead-letter', failure, 'GIVEN_UP'
					from dead_letter where redriven_at is null
					union all
					select case when status = 'FAILED' then status_since else coalesce((select min(w.reported_at)
							from waiting w join assessment s using (assessment_id)
							where w.outcome = 'STOPPED' and s.connection_id = connection.connection_id), status_since) end,
						connection_id, '', 'connection', connection_id, '',
						case when provider_observation in (%1$s) then provider_observation
							when ashby_observation in (%1$s) then ashby_observation
							else coalesce(provider_observation, 'UNKNOWN') end,
						case when status = 'FAILED' then 'FAILED' else 'STOPPED' end
					from connection where %2$s
				) failure
				where (since, id, service) < (:since, :id, :service)
				order by since desc, id desc, service desc
				limit :limit
			) f
			left join assessment a on a.assessment_id = f.about
			left join connection c on c.connection_id = coalesce(a.connection_id, f.about)
			left join verification v on v.assessment_id = a.assessment_id
			left join dead_letter l on l.letter_id = f.id and f.what = 'dead-letter'
			order by f.since desc, f.id desc, f.service desc
			"""
		.formatted(Sql.REFUSALS, Sql.BROKEN);

	static final String COUNT = """
			select (select count(*) from waiting where outcome in ('PARKED', 'GIVEN_UP'))
				+ (select count(*) from dead_letter where redriven_at is null)
				+ (select count(*) from connection where %s)
			""".formatted(Sql.BROKEN);

	static Failing of(ResultSet row, int number) throws SQLException {
		String what = row.getString("what");
		return new Failing(what, row.getObject("id", UUID.class), row.getString("service"),
				row.getObject("connection_id", UUID.class), row.getObject("assessment_id", UUID.class),
				row.getString("provider"), row.getString("kind"), row.getString("reason"), row.getString("outcome"),
				row.getObject("since", OffsetDateTime.class).toInstant(),
				new Standing("AUTO_START".equals(row.getString("origin")), row.getBoolean("closed"),
						row.getBoolean("final")),
				what.equals(Failure.DEAD_LETTER) ? letter(row) : null);
	}

	private static Letter letter(ResultSet row) throws SQLException {
		return new Letter(row.getString("source"), row.getInt("partition"), row.getLong("record_offset"),
				row.getString("record_key"), row.getObject("again_of", UUID.class));
	}

	/** As people see it, with what they can do. */
	Failure with(String todo) {
		boolean connection = this.what.equals(Failure.CONNECTION);
		String name = this.what.equals(Failure.VERIFICATION) ? this.id + "." + this.service : this.id.toString();
		return new Failure(name, this.what, this.connectionId, this.assessmentId, this.provider,
				connection ? null : this.service, connection ? null : this.kind, this.reason, this.outcome, this.since,
				todo, actions(), this.letter);
	}

	String label() {
		return (this.provider != null) ? Provider.of(this.provider).map(Provider::label).orElse(this.provider)
				: "The provider";
	}

	private List<String> actions() {
		if (!this.what.equals(Failure.VERIFICATION)) {
			return List.of(this.what.equals(Failure.CONNECTION) ? "test" : "redrive");
		}
		if (this.service.equals(Topics.VERIFICATION) && this.outcome.equals("PARKED")
				&& this.reason.equals("OUTCOME_UNKNOWN")) {
			return List.of("resolve");
		}
		List<String> actions = new ArrayList<>();
		if (!this.standing.last()) {
			actions.add("refresh");
		}
		if (this.standing.byRule() && this.standing.closed()) {
			actions.add("retry");
		}
		return List.copyOf(actions);
	}

	/**
	 * What is known of the check.
	 *
	 * @param byRule whether a rule began it
	 * @param closed whether it is closed
	 * @param last whether it is final
	 */
	record Standing(boolean byRule, boolean closed, boolean last) {
	}

	/**
	 * Conditions of which there are several uses.
	 */
	private static final class Sql {

		static final String REFUSALS = "'UNAUTHORIZED', 'REJECTED', 'UNINTELLIGIBLE'";

		static final String BROKEN = """
				(status = 'FAILED' or (status in ('TESTING', 'LIVE', 'DRAINING')
					and (provider_observation in (%1$s) or ashby_observation in (%1$s))))""".formatted(REFUSALS);

	}

}
