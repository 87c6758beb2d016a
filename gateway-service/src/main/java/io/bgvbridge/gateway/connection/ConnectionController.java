package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operators' door to the connections.
 */
@RestController
@RequestMapping("/api/connections")
class ConnectionController {

	private final ConnectionChanges changes;

	private final ConnectionViews views;

	private final Changing changing;

	private final Connecting connecting;

	ConnectionController(ConnectionChanges changes, ConnectionViews views, Changing changing, Connecting connecting) {
		this.changes = changes;
		this.views = views;
		this.changing = changing;
		this.connecting = connecting;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	NewConnection connect(@RequestBody ConnectRequest request, Authentication operator) {
		return this.connecting.connect(request, operator.getName());
	}

	@PatchMapping("/{connectionId}")
	ConnectionView change(@PathVariable UUID connectionId, @RequestBody ConnectionPatch request,
			Authentication operator) {
		this.changing.change(connectionId, request, operator.getName());
		return one(connectionId);
	}

	@PostMapping("/{connectionId}/disable")
	ConnectionView disable(@PathVariable UUID connectionId, Authentication operator) {
		this.changes.disable(connectionId, operator.getName());
		return one(connectionId);
	}

	@PostMapping("/{connectionId}/enable")
	ConnectionView enable(@PathVariable UUID connectionId, Authentication operator) {
		this.changes.enable(connectionId, operator.getName());
		return one(connectionId);
	}

	@GetMapping
	All all(@RequestParam(defaultValue = "false") boolean deleted) {
		return new All(deleted ? this.views.allAndDeleted() : this.views.all());
	}

	@GetMapping("/{connectionId}")
	ConnectionView one(@PathVariable UUID connectionId) {
		return this.views.one(connectionId);
	}

	/**
	 * All connections.
	 *
	 * @param results oldest first
	 */
	record All(List<ConnectionView> results) {

	}

}
