package io.bgvbridge.gateway.upkeep;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.bgvbridge.gateway.assessment.SearchIndex;
import io.bgvbridge.gateway.connection.TokenExpiries;
import io.bgvbridge.gateway.failure.OldLetters;
import io.bgvbridge.gateway.operator.SignInAttempts;
import io.bgvbridge.gateway.verification.Retention;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The jobs that come back, and when. A job that fails is tried again the next day; what
 * it does not do in time, it does then.
 */
@Configuration(proxyBeanMethods = false)
class Upkeep {

	/** In the night of most, and before the working day of India. */
	private static final Daily nightly = Schedules.daily(ZoneOffset.UTC, LocalTime.of(1, 30));

	private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

	@Bean
	Task<Void> tokenExpiryWarnings(TokenExpiries expiries) {
		return Tasks.recurring("token-expiry-warnings", nightly).execute((instance, context) -> expiries.warn());
	}

	@Bean
	Task<Void> signInAttemptsForgotten(SignInAttempts attempts) {
		return Tasks.recurring("sign-in-attempts-forgotten", nightly).execute((instance, context) -> attempts.forget());
	}

	/** Its one run was scheduled by the migration. */
	@Bean
	Task<Void> olderRowsIndexed(SearchIndex index) {
		return Tasks.oneTime("search-index").execute((instance, context) -> index.fill());
	}

	@Bean
	Task<Void> connectionsDrained(Drains drains) {
		return Tasks.recurring("connections-drained", FixedDelay.of(HALF_A_MINUTE))
			.execute((instance, context) -> drains.run());
	}

	@Bean
	Task<Void> oldLettersForgotten(OldLetters letters) {
		return Tasks.recurring("old-letters-forgotten", nightly).execute((instance, context) -> letters.forget());
	}

	@Bean
	Task<Void> peopleForgotten(Retention retention) {
		return Tasks.recurring("people-forgotten", nightly).execute((instance, context) -> retention.erase());
	}

	@Bean
	Task<Void> oldEventsForgotten(OldEvents events) {
		return Tasks.recurring("old-events-forgotten", nightly).execute((instance, context) -> events.forget());
	}

}
