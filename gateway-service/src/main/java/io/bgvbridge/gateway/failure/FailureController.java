package io.bgvbridge.gateway.failure;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Operators' door to what waits for them.
 */
@RestController
class FailureController {

	private static final int MOST = 200;

	private final Failures failures;

	FailureController(Failures failures) {
		this.failures = failures;
	}

	@GetMapping("/api/failures")
	Failures.Page list(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") int limit) {
		if (limit < 1 || limit > MOST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + MOST + ".");
		}
		return this.failures.page(cursor, limit);
	}

}
