package io.bgvbridge.gateway.ashby;

import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.messaging.consumer.Outages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/**
 * Failures in Ashby's words: 422 with a message is what recruiters get to read, anything
 * else is its error envelope.
 */
@RestControllerAdvice(assignableTypes = { AssessmentController.class, CustomFieldController.class })
@Order(Ordered.HIGHEST_PRECEDENCE)
class AshbyErrors {

	private static final Logger log = LoggerFactory.getLogger(AshbyErrors.class);

	@ExceptionHandler
	ResponseEntity<Message> notStartable(NotStartable refusal) {
		return ResponseEntity.unprocessableContent().body(new Message(refusal.sentence()));
	}

	@ExceptionHandler
	ResponseEntity<Refusal> conflict(AlreadyBeingAssessed refusal) {
		return ResponseEntity.status(HttpStatus.CONFLICT)
			.body(Refusal.of("already_being_assessed", "The candidate is already being assessed."));
	}

	@ExceptionHandler
	ResponseEntity<Refusal> unknown(UnknownAssessment refusal) {
		return ResponseEntity.status(HttpStatus.NOT_FOUND)
			.body(Refusal.of("assessment_not_found", "There is no such assessment."));
	}

	@ExceptionHandler
	ResponseEntity<Refusal> malformed(MalformedBody refusal) {
		return ResponseEntity.status(refusal.status()).body(Refusal.of("invalid_input", refusal.sentence()));
	}

	@ExceptionHandler
	ResponseEntity<Refusal> cutOff(HttpMessageNotReadableException failure) {
		return ResponseEntity.badRequest().body(Refusal.of("invalid_input", "The body could not be read."));
	}

	@ExceptionHandler
	ResponseEntity<Refusal> refused(ResponseStatusException refusal) {
		return ResponseEntity.status(refusal.getStatusCode())
			.body(Refusal.of("invalid_input", String.valueOf(refusal.getReason())));
	}

	@ExceptionHandler
	ResponseEntity<Refusal> failed(RuntimeException failure) {
		if (Outages.isOutage(failure)) {
			log.warn("ashby.refused reason=outage failure={}", failure.getClass().getSimpleName());
			return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
				.header(HttpHeaders.RETRY_AFTER, AshbyAnswers.RETRY_AFTER_SECONDS)
				.body(AshbyAnswers.UNAVAILABLE);
		}
		log.error("ashby.failed", failure);
		return ResponseEntity.internalServerError()
			.body(Refusal.of("internal_error", "The background-check service failed."));
	}

	/**
	 * What Ashby shows to the recruiter.
	 *
	 * @param message a sentence
	 */
	record Message(String message) {

	}

}
