package io.bgvbridge.gateway.upkeep;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.schemas.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of a connection is still under way.
 */
@Component
class OpenBusiness {

	/**
	 * What a check that ended more than a day ago lacks will not come, unless somebody is
	 * still trying; who has not tried for a day since is not. A result that sync cannot
	 * deliver is not waited for either.
	 */
	private static final String UNDER_WAY = """
			select exists (select 1 from connection where connection_id = :id
					and status_since > now() - :grace * interval '1 millisecond')
				or exists (select 1 from assessment where connection_id = :id and closed_at is null)
				or exists (select 1 from assessment a left join verification v using (assessment_id)
					where a.connection_id = :id and a.closed_at > now() - interval '1 day'
						and (a.closed_at > now() - :grace * interval '1 millisecond' or not coalesce(v.final, false)))
				or exists (select 1 from waiting w join assessment a using (assessment_id)
					where a.connection_id = :id and ((w.outcome = 'WAITING'
							and coalesce(w.next_try_at, w.reported_at) > now() - interval '1 day')
						or w.reported_at > now() - :grace * interval '1 millisecond'))
				or exists (select 1 from verification v left join delivery d using (assessment_id)
					where v.connection_id = :id and v.changed_at > now() - interval '1 day'
						and (v.changed_at > now() - :grace * interval '1 millisecond'
							or d.delivered_at > now() - :grace * interval '1 millisecond'
							or (coalesce(d.revision, 0) < v.revision and not exists (select 1 from waiting w
								where w.assessment_id = v.assessment_id and w.service = :sync
									and w.outcome in ('GIVEN_UP', 'STOPPED', 'PARKED')))))
			""";

	private final JdbcClient jdbc;

	private final Duration grace;

	OpenBusiness(JdbcClient jdbc, DrainProperties properties) {
		this.jdbc = jdbc;
		this.grace = properties.drainGrace();
	}

	boolean isUnderWay(UUID connectionId) {
		return this.jdbc.sql(UNDER_WAY)
			.param("id", connectionId)
			.param("grace", this.grace.toMillis())
			.param("sync", Topics.SYNC)
			.query(Boolean.class)
			.single();
	}

	List<UUID> openChecks(UUID connectionId, int limit) {
		return this.jdbc
			.sql("select assessment_id from assessment where connection_id = ? and closed_at is null"
					+ " order by assessment_id limit ?")
			.params(connectionId, limit)
			.query(UUID.class)
			.list();
	}

}
