package io.bgvbridge.gateway.failure;

import java.util.List;

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
	Page list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
		if (limit < 1 || limit > MOST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + MOST + ".");
		}
		List<Failure> found = this.failures.after((cursor != null) ? Cursor.of(cursor) : Cursor.START, limit + 1);
		boolean more = found.size() > limit;
		List<Failure> results = more ? found.subList(0, limit) : found;
		return new Page(results, more ? Cursor.after(results.getLast()).text() : null);
	}

	/**
	 * Some of what waits.
	 *
	 * @param results newest first
	 * @param next cursor of the page after this one; null if there is none
	 */
	record Page(List<Failure> results, @Nullable String next) {

	}

}
