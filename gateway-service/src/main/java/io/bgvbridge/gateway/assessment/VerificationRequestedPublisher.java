package io.bgvbridge.gateway.assessment;

import java.nio.ByteBuffer;
import java.time.Instant;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.messaging.outbox.AcknowledgedPublisher;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.RequestOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationRequested;

import org.springframework.stereotype.Component;

/**
 * Publishes that a check was asked for, and returns when Kafka holds it for good.
 */
@Component
final class VerificationRequestedPublisher {

	private final AcknowledgedPublisher publisher;

	private final Sealing sealing;

	VerificationRequestedPublisher(AcknowledgedPublisher publisher, Sealing sealing) {
		this.publisher = publisher;
		this.sealing = sealing;
	}

	void requested(Assessment assessment, StartVerification start, Order order) {
		String key = assessment.assessmentId().toString();
		byte[] sealed = this.sealing.seal(Topics.VERIFICATION_REQUESTED, key,
				Person.forRecord(start, order.phone(), order.ordered().name()));
		this.publisher.publish(Topics.VERIFICATION_REQUESTED, key, event(assessment, start, order, sealed));
	}

	/** A new identity each time: a repeated start must reach the verification service. */
	private static VerificationRequested event(Assessment assessment, StartVerification start, Order order,
			byte[] sealed) {
		return VerificationRequested.newBuilder()
			.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
			.setOccurredAt(Instant.now())
			.setConnectionId(assessment.connectionId())
			.setAssessmentId(assessment.assessmentId())
			.setApplicationId(assessment.applicationId())
			.setCandidateId(start.candidateId())
			.setAssessmentTypeId(assessment.assessmentTypeId())
			.setProvider(order.connection().provider().code())
			.setPackageKey(assessment.packageKey())
			.setStartedAt(assessment.createdAt())
			.setOrigin((assessment.origin() == Origin.RECRUITER) ? RequestOrigin.RECRUITER : RequestOrigin.AUTO_START)
			.setSealed(ByteBuffer.wrap(sealed))
			.build();
	}

}
