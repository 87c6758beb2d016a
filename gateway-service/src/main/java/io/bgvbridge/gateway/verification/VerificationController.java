package io.bgvbridge.gateway.verification;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Retries;
import org.jspecify.annotations.Nullable;

import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Operators' door to the read model.
 */
@RestController
@RequestMapping("/api/verifications")
class VerificationController {

	private static final int MOST = 200;

	private static final String UNKNOWN = "There is no such verification.";

	private final VerificationViews views;

	private final Cancels cancels;

	private final Retries retries;

	VerificationController(VerificationViews views, Cancels cancels, Retries retries) {
		this.views = views;
		this.cancels = cancels;
		this.retries = retries;
	}

	@GetMapping("/{assessmentId}")
	VerificationView one(@PathVariable UUID assessmentId) {
		return this.views.find(assessmentId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, UNKNOWN));
	}

	@GetMapping
	Page list(@ParameterObject CheckFilter filter, @RequestParam(required = false) @Nullable UUID cursor,
			@RequestParam(defaultValue = "50") int limit) {
		if (limit < 1 || limit > MOST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + MOST + ".");
		}
		List<VerificationView> found = this.views.list(filter, cursor, limit + 1);
		boolean more = found.size() > limit;
		List<VerificationView> results = more ? found.subList(0, limit) : found;
		return new Page(results, more ? results.getLast().assessmentId() : null);
	}

	@PostMapping("/{assessmentId}/cancel")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Accepted cancel(@PathVariable UUID assessmentId, Authentication operator) {
		this.cancels.byOperator(assessmentId, operator.getName());
		return new Accepted(assessmentId);
	}

	@PostMapping("/{assessmentId}/retry")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Accepted retry(@PathVariable UUID assessmentId, Authentication operator) {
		return new Accepted(this.retries.retry(assessmentId, operator.getName()).assessmentId());
	}

	/**
	 * What an operator asked for is under way.
	 *
	 * @param assessmentId the check that it is about; of a retry, the new one
	 */
	record Accepted(UUID assessmentId) {

	}

	/**
	 * Some verifications.
	 *
	 * @param results newest first
	 * @param next cursor of the page after this one; null if there is none
	 */
	record Page(List<VerificationView> results, @Nullable UUID next) {

	}

}
