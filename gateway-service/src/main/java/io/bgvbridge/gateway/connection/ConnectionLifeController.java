package io.bgvbridge.gateway.connection;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operators' door to tests and ends of connections.
 */
@RestController
@RequestMapping("/api/connections/{connectionId}")
class ConnectionLifeController {

	private final Testing testing;

	private final Deletions deletions;

	private final ConnectionViews views;

	ConnectionLifeController(Testing testing, Deletions deletions, ConnectionViews views) {
		this.testing = testing;
		this.deletions = deletions;
		this.views = views;
	}

	@PostMapping("/test")
	@ResponseStatus(HttpStatus.ACCEPTED)
	ConnectionView test(@PathVariable UUID connectionId, Authentication operator) {
		this.testing.test(connectionId, operator.getName());
		return this.views.one(connectionId);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	ConnectionView delete(@PathVariable UUID connectionId, @RequestParam(defaultValue = "false") boolean force,
			Authentication operator) {
		this.deletions.ask(connectionId, force, operator.getName());
		return this.views.one(connectionId);
	}

}
