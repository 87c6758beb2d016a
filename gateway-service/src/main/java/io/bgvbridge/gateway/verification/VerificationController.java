package io.bgvbridge.gateway.verification;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Operators' door to the read model.
 */
@RestController
@RequestMapping("/api/verifications")
class VerificationController {

	private static final int MOST = 200;

	private final VerificationViews views;

	VerificationController(VerificationViews views) {
		this.views = views;
	}

	@GetMapping("/{assessmentId}")
	VerificationView one(@PathVariable UUID assessmentId) {
		return this.views.find(assessmentId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such verification."));
	}

	@GetMapping
	Page list(@RequestParam(required = false) @Nullable State state,
			@RequestParam(required = false) @Nullable UUID connectionId,
			@RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
		if (limit < 1 || limit > MOST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + MOST + ".");
		}
		List<VerificationView> found = this.views.list(state, connectionId, cursor, limit + 1);
		boolean more = found.size() > limit;
		List<VerificationView> results = more ? found.subList(0, limit) : found;
		return new Page(results, more ? results.getLast().assessmentId() : null);
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
