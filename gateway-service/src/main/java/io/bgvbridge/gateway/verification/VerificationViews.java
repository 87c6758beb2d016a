package io.bgvbridge.gateway.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Origin;
import io.bgvbridge.gateway.assessment.SearchTerms;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What operators see of verifications. A check counts from its row on, before anything
 * was reported about it.
 */
@Component
public class VerificationViews {

	private static final String SELECT = """
			select a.assessment_id, a.connection_id, a.application_id, a.assessment_type_id, a.origin, a.created_at,
				a.closed_at, a.erased_at,
				coalesce(v.state, 'REQUESTED') as state, coalesce(v.reason, 'NONE') as reason,
				coalesce(v.outcome, 'NONE') as outcome, coalesce(v.final, false) as final,
				coalesce(v.revision, 0) as revision, coalesce(v.attempt, 0) as attempt,
				coalesce(v.provider, c.provider) as provider, v.provider_reference,
				d.revision as delivered_revision, d.delivered_at, d.result_sent,
				w.service, w.kind, w.reason as wait_reason, w.outcome as wait_outcome, w.attempt as wait_attempt,
				w.next_try_at
			from assessment a
			join connection c using (connection_id)
			left join verification v on v.assessment_id = a.assessment_id
			left join delivery d on d.assessment_id = a.assessment_id
			left join lateral (select * from waiting where waiting.assessment_id = a.assessment_id
				order by reported_at desc limit 1) w on true
			""";

	private final JdbcClient jdbc;

	private final Timelines timelines;

	private final SearchTerms terms;

	VerificationViews(JdbcClient jdbc, Timelines timelines, SearchTerms terms) {
		this.jdbc = jdbc;
		this.timelines = timelines;
		this.terms = terms;
	}

	/**
	 * Finds a check.
	 * @param assessmentId the id that Ashby knows it by
	 * @return with every hop and who is checked; empty if there is none
	 */
	public Optional<VerificationView> find(UUID assessmentId) {
		return this.jdbc.sql(SELECT + "where a.assessment_id = ?")
			.param(assessmentId)
			.query(VerificationViews::view)
			.optional()
			.map((view) -> view.with(this.timelines.of(view)));
	}

	/**
	 * Some of the checks.
	 * @param filter which
	 * @param before those that began before this one; null for the newest
	 * @param limit how many at most
	 * @return newest first, without their hops
	 */
	public List<VerificationView> list(CheckFilter filter, @Nullable UUID before, int limit) {
		CheckQuery query = CheckQuery.of(filter, before, this.terms);
		return this.jdbc.sql(query.newest(SELECT))
			.params(query.parameters())
			.param("limit", limit)
			.query(VerificationViews::view)
			.list();
	}

	Optional<String> statusWords(UUID assessmentId) {
		return this.jdbc
			.sql("select state, reason from verification join delivery using (assessment_id) where assessment_id = ?")
			.param(assessmentId)
			.query((row, number) -> State.valueOf(row.getString("state")).words(row.getString("reason")))
			.optional();
	}

	private static VerificationView view(ResultSet row, int number) throws SQLException {
		return new VerificationView(row.getObject("assessment_id", UUID.class),
				row.getObject("connection_id", UUID.class), row.getString("application_id"),
				row.getObject("assessment_type_id", UUID.class), Origin.valueOf(row.getString("origin")),
				State.valueOf(row.getString("state")), row.getString("reason"), row.getString("outcome"),
				row.getBoolean("final"), row.getLong("revision"), row.getInt("attempt"), row.getString("provider"),
				row.getString("provider_reference"), at(row, "created_at"),
				VerificationStore.instant(row.getObject("closed_at", OffsetDateTime.class)),
				VerificationStore.instant(row.getObject("erased_at", OffsetDateTime.class)), ashby(row), wait(row),
				null);
	}

	private static VerificationView.@Nullable Ashby ashby(ResultSet row) throws SQLException {
		OffsetDateTime deliveredAt = row.getObject("delivered_at", OffsetDateTime.class);
		return (deliveredAt != null) ? new VerificationView.Ashby(row.getLong("delivered_revision"),
				deliveredAt.toInstant(), row.getBoolean("result_sent")) : null;
	}

	private static VerificationView.@Nullable Wait wait(ResultSet row) throws SQLException {
		String service = row.getString("service");
		return (service != null) ? new VerificationView.Wait(service, row.getString("kind"),
				row.getString("wait_reason"), row.getString("wait_outcome"), row.getInt("wait_attempt"),
				VerificationStore.instant(row.getObject("next_try_at", OffsetDateTime.class))) : null;
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
