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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operators' door to the connections.
 */
@RestController
@RequestMapping("/api/connections")
class ConnectionController {

	private final Connections connections;

	private final ConnectionChanges changes;

	private final ConnectionViews views;

	private final VendorAddresses vendors;

	private final Connecting connecting;

	ConnectionController(Connections connections, ConnectionChanges changes, ConnectionViews views,
			VendorAddresses vendors, Connecting connecting) {
		this.connections = connections;
		this.changes = changes;
		this.views = views;
		this.vendors = vendors;
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
		Provider provider = this.connections.find(connectionId).orElseThrow(UnknownConnection::new).provider();
		this.changes.change(connectionId, request.command(provider, this.vendors), operator.getName());
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
	All all() {
		return new All(this.views.all());
	}

	@GetMapping("/{connectionId}")
	ConnectionView one(@PathVariable UUID connectionId) {
		return this.views.find(connectionId).orElseThrow(UnknownConnection::new);
	}

	/**
	 * All connections.
	 *
	 * @param results oldest first
	 */
	record All(List<ConnectionView> results) {

	}

}
