package io.bgvbridge.gateway.ashby;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Assessment;
import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.Assessments.Started;
import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.assessment.StartVerification;
import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.OrderablePackage;
import io.bgvbridge.gateway.connection.Packages;
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

	private final Packages packages;

	private final Phones phones;

	private final Assessments assessments;

	private final Verifications verifications;

	Starts(Packages packages, Phones phones, Assessments assessments, Verifications verifications) {
		this.packages = packages;
		this.phones = phones;
		this.assessments = assessments;
		this.verifications = verifications;
	}

	Shown start(Connection connection, StartVerification start, @Nullable String sentPhone) {
		long begin = System.nanoTime();
		OrderablePackage ordered = ordered(connection.connectionId(), start);
		String phone = this.phones.find(connection, start.candidateId(), sentPhone);
		Started started = this.assessments.start(start,
				new Order(connection.connectionId(), connection.provider().code(), ordered.packageKey(), phone));
		UUID assessmentId = started.assessment().assessmentId();
		log.info("assessment.started connection={} assessment={} type={} repeated={} phone={} millis={}",
				connection.connectionId(), assessmentId, start.assessmentTypeId(), started.repeated(),
				(phone != null) ? "known" : "unknown", Duration.ofNanos(System.nanoTime() - begin).toMillis());
		String words = started.repeated() ? this.verifications.statusWords(assessmentId).orElse(FIRST_WORDS)
				: FIRST_WORDS;
		return new Shown(started.assessment(), started.repeated(), words);
	}

	/** A package that is not offered any more is found for a check that is under way. */
	private OrderablePackage ordered(UUID connectionId, StartVerification start) {
		Optional<OrderablePackage> found = this.packages.find(connectionId, start.assessmentTypeId());
		return found
			.filter((orderable) -> orderable.listed()
					|| this.assessments.open(connectionId, start.applicationId(), start.assessmentTypeId()).isPresent())
			.orElseThrow(() -> new NotStartable(StartRequest.UNKNOWN_TYPE));
	}

	/**
	 * What Ashby is told of a start.
	 *
	 * @param assessment the row behind the id
	 * @param repeated whether it was started before
	 * @param words the status in words
	 */
	record Shown(Assessment assessment, boolean repeated, String words) {

	}

}
