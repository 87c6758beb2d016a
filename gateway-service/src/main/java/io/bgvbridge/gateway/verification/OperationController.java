package io.bgvbridge.gateway.verification;

import java.util.UUID;

import io.bgvbridge.gateway.verification.VerificationController.Accepted;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operators' door to what can be done about a check.
 */
@RestController
@RequestMapping("/api/verifications/{assessmentId}")
class OperationController {

	private final Operations operations;

	private final CheckErasures erasures;

	OperationController(Operations operations, CheckErasures erasures) {
		this.operations = operations;
		this.erasures = erasures;
	}

	@PostMapping("/refresh")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Accepted refresh(@PathVariable UUID assessmentId, Authentication operator) {
		return request(assessmentId, Operation.REFRESH, operator);
	}

	@PostMapping("/resend")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Accepted resend(@PathVariable UUID assessmentId, Authentication operator) {
		return request(assessmentId, Operation.RESEND_INVITE, operator);
	}

	@PostMapping("/resolve")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Accepted resolve(@PathVariable UUID assessmentId, @RequestBody Resolve answer, Authentication operator) {
		return request(assessmentId, answer.operation(), operator);
	}

	/** Erases the candidate, with each of their checks. */
	@PostMapping("/erase")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Accepted erase(@PathVariable UUID assessmentId, Authentication operator) {
		this.erasures.candidate(assessmentId, operator.getName());
		return new Accepted(assessmentId);
	}

	private Accepted request(UUID assessmentId, Operation operation, Authentication operator) {
		this.operations.request(assessmentId, operation, operator.getName());
		return new Accepted(assessmentId);
	}

}
