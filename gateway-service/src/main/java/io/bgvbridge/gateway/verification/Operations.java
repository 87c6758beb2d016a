package io.bgvbridge.gateway.verification;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * What operators ask the verification service to do about checks. Whether it can be done
 * is that service's to say; only what plainly makes no sense is refused here.
 */
@Component
public class Operations {

	private static final Logger log = LoggerFactory.getLogger(Operations.class);

	private final VerificationViews views;

	private final VerificationStore store;

	private final CheckOperationPublisher publisher;

	private final Audit audit;

	Operations(VerificationViews views, VerificationStore store, CheckOperationPublisher publisher, Audit audit) {
		this.views = views;
		this.store = store;
		this.publisher = publisher;
		this.audit = audit;
	}

	/**
	 * Requests an operation. Who did is remembered, whatever the answer.
	 * @param assessmentId the check
	 * @param operation what is to be done
	 * @param operator who asks
	 * @throws ResponseStatusException if there is no such check, or it makes no sense for
	 * it
	 */
	@Transactional(noRollbackFor = ResponseStatusException.class)
	public void request(UUID assessmentId, Operation operation, String operator) {
		VerificationView check = this.views.find(assessmentId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such verification."));
		Optional<String> obstacle = obstacle(check, operation);
		this.audit.asked(operator, operation.action(), assessmentId,
				(obstacle.isEmpty() ? HttpStatus.ACCEPTED : HttpStatus.CONFLICT).value());
		obstacle.ifPresent((sentence) -> {
			throw new ResponseStatusException(HttpStatus.CONFLICT, sentence);
		});
		Requested requested = Requested.now(check, operation);
		this.publisher.requested(requested);
		this.store.add(requested.eventId(), assessmentId, Hop.of(requested));
		log.info("operation.requested connection={} assessment={} operation={} operator={}", check.connectionId(),
				assessmentId, operation.kind(), operator);
	}

	private Optional<String> obstacle(VerificationView check, Operation operation) {
		return switch (operation.kind()) {
			case REFRESH ->
				check.last() ? Optional.of("The check has ended: there is nothing to wait for.") : Optional.empty();
			case RESEND_INVITE -> (check.last() || check.closedAt() != null)
					? Optional.of("The check has ended: nobody needs to be invited.") : Optional.empty();
			case RESOLVE_LINK, RESOLVE_ORDER_AGAIN -> this.store.isOutcomeUnknown(check.assessmentId())
					? Optional.empty() : Optional.of("Nobody asks what became of an order of this check.");
		};
	}

}
