package io.bgvbridge.gateway.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All checks, in a few figures.
 */
@Component
public final class Figures {

	// A join would read all verifications, of which few are meant.
	private static final String TURNAROUND = """
			from assessment a where a.closed_at > now() - interval '30 days'
				and (select v.state from verification v where v.assessment_id = a.assessment_id) like 'COMPLETED%'
			""";

	private static final String MEDIAN = "percentile_cont(0.5) within group"
			+ " (order by extract(epoch from a.closed_at - a.created_at))";

	private static final List<String> AGES = List.of("Up to a day", "1 to 3 days", "3 to 7 days", "7 to 30 days",
			"More than 30 days");

	private final JdbcClient jdbc;

	Figures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many checks are under way in each state.
	 * @return the most first
	 */
	public List<Count> open() {
		return this.jdbc
			.sql("""
					select coalesce((select v.state from verification v where v.assessment_id = a.assessment_id), 'REQUESTED')
						as state, count(*) as checks
					from assessment a where a.closed_at is null group by 1 order by 2 desc, 1
					""")
			.query((row, number) -> new Count(State.valueOf(row.getString("state")), row.getLong("checks")))
			.list();
	}

	/**
	 * How many checks are under way, by their age.
	 * @return the youngest first
	 */
	public List<Age> ages() {
		return this.jdbc.sql("""
				select width_bucket(extract(epoch from now() - created_at) / 86400, array[1, 3, 7, 30]) as age,
					count(*) as checks
				from assessment where closed_at is null group by 1 order by 1
				""").query((row, number) -> new Age(AGES.get(row.getInt("age")), row.getLong("checks"))).list();
	}

	/**
	 * How long half of the checks took that were completed in the last 30 days.
	 * @return empty if none was
	 */
	public Optional<Duration> median() {
		return this.jdbc.sql("select " + MEDIAN + " " + TURNAROUND)
			.query((row, number) -> Optional.ofNullable(row.getObject(1, Double.class)))
			.single()
			.map((seconds) -> Duration.ofSeconds(seconds.longValue()));
	}

	/**
	 * The same, week by week.
	 * @return oldest first; without weeks in which nothing was completed
	 */
	public List<Week> weeks() {
		return this.jdbc
			.sql("select date_trunc('week', a.closed_at at time zone 'UTC')::date as week, " + MEDIAN
					+ " as seconds, count(*) as checks " + TURNAROUND + " group by 1 order by 1")
			.query((row, number) -> new Week(row.getObject("week", LocalDate.class),
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
	 * Checks that were completed in one week.
	 *
	 * @param week its Monday
	 * @param median how long half of them took
	 * @param checks how many
	 */
	public record Week(LocalDate week, Duration median, long checks) {

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
