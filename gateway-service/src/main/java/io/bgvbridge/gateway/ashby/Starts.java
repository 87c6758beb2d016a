package io.bgvbridge.gateway.ashby;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Assessment;
import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.StartVerification;
import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.gateway.assessment.Started;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.verification.Verifications;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Recruiters' starts: what is ordered, whom it concerns, and what Ashby shows at once.
 */
@Component
class Starts {

	private static final Logger log = LoggerFactory.getLogger(Starts.class);

	private static final String FIRST_WORDS = "Started";

	private final Orders orders;

	private final Assessments assessments;

	private final Verifications verifications;

	private final RepeatedStart repeatedStart;

	private final String reports;

	Starts(Orders orders, Assessments assessments, Verifications verifications, AshbyProperties properties) {
		this.orders = orders;
		this.assessments = assessments;
		this.verifications = verifications;
		this.repeatedStart = properties.repeatedStart();
		this.reports = properties.publicUrl().toString().replaceAll("/+$", "") + "/reports/";
	}

	/**
	 * Starts a check.
	 * @throws io.bgvbridge.gateway.assessment.NotStartable with what the recruiter can do
	 * @throws AlreadyBeingAssessed if it was started before and is open, and that is a
	 * conflict; then, too, it has been published again. Where no earlier start got
	 * through, Ashby may have no id yet, and is given it
	 */
	Shown start(Connection connection, StartVerification start, @Nullable String sentPhone) {
		long begin = System.nanoTime();
		Order order = this.orders.order(connection, start, sentPhone);
		Started started = this.assessments.start(start, order);
		UUID assessmentId = started.assessment().assessmentId();
		log.info("assessment.started connection={} assessment={} type={} how={} phone={} millis={}",
				connection.connectionId(), assessmentId, start.assessmentTypeId(), started.how(),
				(order.phone() != null) ? "known" : "unknown", Duration.ofNanos(System.nanoTime() - begin).toMillis());
		if (started.how() == Started.How.REPEATED && started.assessment().acknowledged()
				&& this.repeatedStart == RepeatedStart.CONFLICT) {
			throw new AlreadyBeingAssessed();
		}
		return new Shown(started.assessment(), started.how(), words(started), this.reports + assessmentId);
	}

	/**
	 * Ashby keeps the time of a start from these first words only, and until it has had
	 * an update, their answer may have been lost.
	 */
	private String words(Started started) {
		return (started.how() == Started.How.REPEATED)
				? this.verifications.statusWords(started.assessment().assessmentId()).orElse(FIRST_WORDS) : FIRST_WORDS;
	}

	/**
	 * What Ashby is told of a start.
	 *
	 * @param assessment the row behind the id
	 * @param how what the start met
	 * @param words the status in words
	 * @param reportUrl where its report will be
	 */
	record Shown(Assessment assessment, Started.How how, String words, String reportUrl) {

	}

}
