package io.bgvbridge.sync;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class RefusedUpdateTests extends SyncFixture {

	@ParameterizedTest
	@CsvSource({ "invalid_input, REJECTED", "'', UNINTELLIGIBLE" })
	void givesUpWhatAshbyWillNotTakeAndTriesTheNextRevision(String code, WorkReason reason) {
		if (code.isEmpty()) {
			this.ashby.answers(200, "<html>fine</html>");
		}
		else {
			this.ashby.refuses(code);
		}
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		assertThat(reports(WorkOutcome.GIVEN_UP)).extracting(WorkReported::getReason).containsExactly(reason);
		assertQuiet(1);
		assertThat(column("pending_body")).isNull();
		this.check.moves(4, VerificationState.IN_PROGRESS);
		delivered(4);
		assertThat(this.ashby.last().path("timestamp").asLong()).isEqualTo(this.check.startedAt.toEpochMilli() + 2);
	}

	@Test
	void goesOnToTheNewestRevisionAfterGivingAnOlderOneUp() {
		this.ashby.answers(503, "");
		this.ashby.refuses("invalid_input");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> this.ashby.calls().size() == 1);
		this.check.moves(4, VerificationState.IN_PROGRESS);
		delivered(4);
		assertThat(statuses()).containsExactly("In progress");
	}

	@Test
	void waitsWhileAshbyDoesNotKnowTheAssessmentYet() {
		this.ashby.refuses("assessment_not_found");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		delivered(3);
		assertThat(reports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.containsExactly(WorkReason.UNAVAILABLE);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
	}

	@Test
	void givesUpWhereAshbyDoesNotKnowAnOldAssessment() {
		this.ashby.refuses("assessment_not_found");
		this.check.startedAt = this.check.startedAt.minus(25, ChronoUnit.HOURS);
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		assertQuiet(1);
	}

	@Test
	void stopsOnRefusedKeyUntilThereAreNewerCredentials() {
		this.ashby.changesKeyTo("key-2");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.STOPPED).isEmpty());
		WorkReported report = reports(WorkOutcome.STOPPED).getFirst();
		assertThat(report.getReason()).isEqualTo(WorkReason.UNAUTHORIZED);
		assertThat(report.getNextTryAt()).isNull();
		this.check.moves(4, VerificationState.IN_PROGRESS);
		assertQuiet(1);
		this.organisation.changes(2, ConnectionStatus.LIVE, 2, this.ashby.baseUrl(), "key-2");
		delivered(4);
		assertQuiet(2);
		assertThat(observations())
			.extracting(ConnectionObserved::getObservation, ConnectionObserved::getCredentialsVersion)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(Observation.UNAUTHORIZED, 1L),
					org.assertj.core.groups.Tuple.tuple(Observation.REACHABLE, 2L));
	}

	@Test
	void waitsAsLongAsAshbyAsks() {
		this.ashby.answers(429, "", "Retry-After", "2");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		delivered(3);
		assertThat(Duration.ofNanos(this.ashby.calls().get(1).nanos() - this.ashby.calls().get(0).nanos()))
			.isGreaterThan(Duration.ofMillis(1900));
		assertThat(reports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.containsExactly(WorkReason.THROTTLED);
	}

}
