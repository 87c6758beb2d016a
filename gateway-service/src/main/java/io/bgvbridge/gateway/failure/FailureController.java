package io.bgvbridge.gateway.failure;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Operators' door to what waits for them.
 */
@RestController
class FailureController {

	private static final int MOST = 200;

	private final Failures failures;

	private final Redrives redrives;

	FailureController(Failures failures, Redrives redrives) {
		this.failures = failures;
		this.redrives = redrives;
	}

	@GetMapping("/api/failures")
	Failures.Page list(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") int limit) {
		if (limit < 1 || limit > MOST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + MOST + ".");
		}
		return this.failures.page(cursor, limit);
	}

	/** Of a dead letter only; one that was sent back before is left alone. */
	@PostMapping("/api/failures/{letterId}/redrive")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Redrives.Redriven redrive(@PathVariable UUID letterId, Authentication operator) {
		return this.redrives.redrive(letterId, operator.getName());
	}

}
