package io.bgvbridge.gateway.assessment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.gateway.assessment.StartVerification.Order;
import org.jspecify.annotations.Nullable;

/**
 * The row behind an id that Ashby was given, or may be given.
 *
 * @param assessmentId the id
 * @param connectionId the connection that it was started over
 * @param applicationId Ashby's id of the application
 * @param candidateId Ashby's id of the candidate, as last heard
 * @param assessmentTypeId what was ordered, as Ashby calls it
 * @param packageKey what was ordered, as the provider calls it
 * @param origin who began it; a recruiter, too, if one took it over
 * @param createdAt when it was started, in whole milliseconds: the first timestamp that
 * Ashby was given
 * @param acknowledged whether Kafka is known to hold a recruiter's start of it
 * @param closedAt when it was closed; null while another start would find it again
 */
public record Assessment(UUID assessmentId, UUID connectionId, String applicationId, String candidateId,
		UUID assessmentTypeId, String packageKey, Origin origin, Instant createdAt, boolean acknowledged,
		@Nullable Instant closedAt) {

	static Assessment fresh(StartVerification start, Order order) {
		return new Assessment(Generators.timeBasedEpochRandomGenerator().generate(), order.connection().connectionId(),
				start.applicationId(), start.candidateId(), start.assessmentTypeId(), order.ordered().packageKey(),
				order.origin(), Instant.now().truncatedTo(ChronoUnit.MILLIS), false, null);
	}

	/**
	 * Whether another start would find it again.
	 * @return false once it was cancelled or has ended
	 */
	public boolean isOpen() {
		return this.closedAt == null;
	}

	Assessment takenOver() {
		return new Assessment(this.assessmentId, this.connectionId, this.applicationId, this.candidateId,
				this.assessmentTypeId, this.packageKey, Origin.RECRUITER, this.createdAt, false, this.closedAt);
	}

}
