package io.bgvbridge.gateway.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.meter.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All checks, in a few figures.
 */
@Component
public final class Figures {

	// A join would read all verifications, of which few are meant.
	private static final String COMPLETED = """
			select date_trunc('week', a.closed_at at time zone 'UTC')::date as week, count(*) as checks,
				percentile_cont(0.5) within group (order by extract(epoch from a.closed_at - a.created_at)) as seconds
			from assessment a where a.closed_at > now() - interval '30 days'
				and (select v.state from verification v where v.assessment_id = a.assessment_id) like 'COMPLETED%'
			group by grouping sets ((week), ()) having count(*) > 0 order by week
			""";

	private static final List<String> AGES = List.of("Up to a day", "1 to 3 days", "3 to 7 days", "7 to 30 days",
			"More than 30 days");

	private final JdbcClient jdbc;

	private final Reading<Optional<List<Completed>>> completed;

	Figures(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.completed = new Reading<>(() -> Optional.of(completed()), Optional.empty());
	}

	/**
	 * How many checks are under way in each state.
	 * @return the most first
	 */
	public List<Count> open() {
		return this.jdbc.sql("""
				select coalesce(v.state, 'REQUESTED') as state, count(*) as checks
				from assessment a left join verification v on v.assessment_id = a.assessment_id and not v.final
				where a.closed_at is null group by 1 order by 2 desc, 1
				""")
			.query((row, number) -> new Count(State.valueOf(row.getString("state")), row.getLong("checks")))
			.list();
	}

	/**
	 * How many checks are under way, by their age.
	 * @return the youngest first
	 */
	public List<Age> ages() {
		Instant now = Instant.now();
		return this.jdbc.sql("""
				select case when assessment_id >= :day then 0 when assessment_id >= :days then 1
					when assessment_id >= :week then 2 when assessment_id >= :month then 3 else 4 end as age,
					count(*) as checks
				from assessment where closed_at is null group by 1 order by 1
				""")
			.param("day", CheckQuery.firstAt(now.minus(Duration.ofDays(1))))
			.param("days", CheckQuery.firstAt(now.minus(Duration.ofDays(3))))
			.param("week", CheckQuery.firstAt(now.minus(Duration.ofDays(7))))
			.param("month", CheckQuery.firstAt(now.minus(Duration.ofDays(30))))
			.query((row, number) -> new Age(AGES.get(row.getInt("age")), row.getLong("checks")))
			.list();
	}

	/**
	 * How long the checks took that were completed in the last 30 days. They may be very
	 * many: they are not read again for everybody who looks.
	 * @return oldest week first, without weeks in which nothing was completed, and all of
	 * them together at the end; empty while the database takes too long to tell
	 */
	public Optional<List<Completed>> turnaround() {
		return this.completed.now();
	}

	private List<Completed> completed() {
		return this.jdbc.sql(COMPLETED)
			.query((row, number) -> new Completed(row.getObject("week", LocalDate.class),
					Duration.ofSeconds((long) row.getDouble("seconds")), row.getLong("checks")))
			.list();
	}

	/**
	 * What waits for the longest time.
	 * @return a few, the oldest first
	 */
	public List<Oldest> oldest() {
		return this.jdbc
			.sql("""
					select w.assessment_id, w.reported_at, w.service, w.reason from waiting w join assessment a using (assessment_id)
					where a.closed_at is null order by w.reported_at limit 5
					""")
			.query((row, number) -> new Oldest(row.getObject(1, UUID.class),
					row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getString(4)))
			.list();
	}

	/**
	 * Checks in one state.
	 *
	 * @param state the state
	 * @param checks how many
	 */
	public record Count(State state, long checks) {

	}

	/**
	 * Checks of some age.
	 *
	 * @param words how old they are
	 * @param checks how many
	 */
	public record Age(String words, long checks) {

	}

	/**
	 * Checks that were completed.
	 *
	 * @param week Monday of the week in which they were; null for all weeks
	 * @param median how long half of them took
	 * @param checks how many
	 */
	public record Completed(@Nullable LocalDate week, Duration median, long checks) {

	}

	/**
	 * A check that waits.
	 *
	 * @param assessmentId the check
	 * @param since since when
	 * @param service the service that cannot go on
	 * @param reason closed code of why
	 */
	public record Oldest(UUID assessmentId, Instant since, String service, String reason) {

	}

}
