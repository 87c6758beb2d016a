package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bgvbridge.gateway.connection.Rotations.Rotated;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operators' door to new tokens and secrets.
 */
@RestController
class RotationController {

	private final Rotations rotations;

	RotationController(Rotations rotations) {
		this.rotations = rotations;
	}

	@PostMapping("/api/connections/{connectionId}/rotate")
	Answer rotate(@PathVariable UUID connectionId, @RequestBody Rotate request, Authentication operator) {
		Duration overlap = request.check();
		if (Rotate.TOKEN.equals(request.what())) {
			Rotated rotated = this.rotations.token(connectionId, overlap, operator.getName());
			return new Answer(rotated.secret(), null, rotated.previousUntil());
		}
		Rotated rotated = this.rotations.callbackSecret(connectionId, overlap, operator.getName());
		return new Answer(null, rotated.secret(), rotated.previousUntil());
	}

	/**
	 * What is new; told once.
	 *
	 * @param externalApiToken for Ashby's integration tile, if that is new
	 * @param callbackSecret what the provider shows, if that is new
	 * @param previousValidUntil until when the older one is valid, too
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Answer(@Nullable String externalApiToken, @Nullable String callbackSecret, Instant previousValidUntil) {

		@Override
		public String toString() {
			return "Answer[previousValidUntil=" + this.previousValidUntil + "]";
		}

	}

}
