package io.bgvbridge.gateway.verification;

import java.util.UUID;

import io.bgvbridge.gateway.assessment.Assessment;
import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.Erasures;
import io.bgvbridge.gateway.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * Erasures that Ashby did not ask for. What is known here goes at once; the other
 * services are told in the same transaction.
 */
@Component
public class CheckErasures {

	private static final Logger log = LoggerFactory.getLogger(CheckErasures.class);

	private final Assessments assessments;

	private final Erasures erasures;

	private final VerificationStore store;

	private final ErasureRequestedPublisher publisher;

	private final Audit audit;

	CheckErasures(Assessments assessments, Erasures erasures, VerificationStore store,
			ErasureRequestedPublisher publisher, Audit audit) {
		this.assessments = assessments;
		this.erasures = erasures;
		this.store = store;
		this.publisher = publisher;
		this.audit = audit;
	}

	/**
	 * Erases the candidate of a check, with each of their checks, for an operator.
	 * Whatever starts about them later is refused. Asking again repeats it.
	 * @param assessmentId the check
	 * @param operator who asks
	 * @throws ResponseStatusException if there is no such check
	 */
	@Transactional
	public void candidate(UUID assessmentId, String operator) {
		Assessment assessment = this.assessments.find(assessmentId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such verification."));
		this.audit.asked(operator, "candidate.erase", assessmentId, HttpStatus.ACCEPTED.value());
		this.erasures.erase(assessment.connectionId(), assessment.candidateId());
		tell(Erasure.ofCandidate(assessment));
		log.info("candidate.erased connection={} assessment={}", assessment.connectionId(), assessmentId);
	}

	/**
	 * Erases one closed check; the candidate may be checked again.
	 * @param connectionId its connection
	 * @param assessmentId the check
	 * @param operator on whose behalf
	 */
	@Transactional
	public void check(UUID connectionId, UUID assessmentId, String operator) {
		this.audit.asked(operator, "check.erase", assessmentId, HttpStatus.ACCEPTED.value());
		this.assessments.empty(assessmentId);
		tell(Erasure.ofCheck(connectionId, assessmentId));
	}

	private void tell(Erasure erasure) {
		this.publisher.requested(erasure);
		this.store.add(erasure.eventId(), erasure.assessmentId(), Hop.of(erasure));
	}

}
