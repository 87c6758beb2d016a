package io.bgvbridge.gateway.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.verification.Figures.Age;
import io.bgvbridge.gateway.verification.Figures.Completed;
import io.bgvbridge.gateway.verification.Figures.Count;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * All checks in a few figures; those of other tests are made to be long over.
 */
@GatewayTest
class FiguresTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	private Figures figures;

	@BeforeEach
	void begin() {
		this.jdbc.sql("update assessment set closed_at = now() - interval '1 year'").update();
		this.joined = this.samples.connect(this.vendor);
		this.figures = new Figures(this.jdbc);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void countsWhatIsUnderWayByState() {
		start("unreported");
		reported("requested", VerificationState.REQUESTED);
		reported("invited", VerificationState.INVITED);
		completed("over", "1 hour", "1 hour");
		this.jdbc.sql("update assessment set closed_at = now() where assessment_id = ?")
			.param(reported("cancelled", VerificationState.INVITED))
			.update();

		assertThat(this.figures.open()).containsExactly(new Count(State.REQUESTED, 2), new Count(State.INVITED, 1));
	}

	@Test
	void countsWhatIsUnderWayByAge() {
		start("new");
		begun("yesterday", Duration.ofDays(2));
		begun("older", Duration.ofDays(31));
		begun("oldest", Duration.ofDays(100));
		completed("over", "1 hour", "1 hour");

		assertThat(this.figures.ages()).containsExactly(new Age("Up to a day", 1), new Age("1 to 3 days", 1),
				new Age("More than 30 days", 2));
	}

	@Test
	void tellsTheMedianOfEachWeekAndOfAll() {
		completed("fast", "1 hour", "10 days");
		completed("slow", "3 hours", "10 days");
		completed("slower", "5 hours", "1 hour");
		completed("long-ago", "20 hours", "31 days");
		this.jdbc.sql("update verification set state = 'CANCELLED' where assessment_id = ?")
			.param(completed("cancelled", "30 hours", "1 hour"))
			.update();

		List<Completed> completed = turnaround();
		assertThat(completed).extracting(Completed::median)
			.containsExactly(Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(3));
		assertThat(completed).extracting(Completed::checks).containsExactly(2L, 1L, 3L);
		assertThat(completed.getLast().week()).isNull();
		assertThat(completed.getFirst().week()).isBefore(completed.get(1).week());
	}

	@Test
	void tellsThatNothingWasCompleted() {
		start("new");

		assertThat(turnaround()).isEmpty();
	}

	@Test
	void holdsNobodyUpWhoAsksForTheMedianWhileTheDatabaseIsAway() {
		Figures away = new Figures(
				JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none")));

		assertThat(away.turnaround()).isEmpty();
	}

	/** A busy machine may take longer than a page waits. */
	private List<Completed> turnaround() {
		return await().until(this.figures::turnaround, Optional::isPresent).orElseThrow();
	}

	private UUID start(String application) {
		this.joined.ashby().post("/ashby/assessment.start", Samples.start(this.joined.typeId(), application));
		return this.jdbc.sql("select assessment_id from assessment where connection_id = ? and application_id = ?")
			.params(this.joined.connectionId(), application)
			.query(UUID.class)
			.single();
	}

	private UUID reported(String application, VerificationState state) {
		UUID check = start(application);
		this.reports.updated(this.joined.connectionId(), check, 1, state);
		return check;
	}

	/** The id tells the age. */
	private void begun(String application, Duration ago) {
		UUID check = start(application);
		this.jdbc.sql("delete from assessment_term where assessment_id = ?").param(check).update();
		this.jdbc.sql("update assessment set assessment_id = ? where assessment_id = ?")
			.params(CheckQuery.firstAt(Instant.now().minus(ago)), check)
			.update();
	}

	private UUID completed(String application, String took, String ago) {
		UUID check = start(application);
		this.reports.ended(this.joined.connectionId(), check, 1, VerificationState.COMPLETED_CLEAR);
		this.jdbc.sql("""
				update assessment set closed_at = now() - cast(:ago as interval),
					created_at = now() - cast(:ago as interval) - cast(:took as interval)
				where assessment_id = :id
				""").param("ago", ago).param("took", took).param("id", check).update();
		return check;
	}

}
