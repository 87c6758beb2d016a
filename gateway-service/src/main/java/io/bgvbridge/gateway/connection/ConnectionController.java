package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Operators' door to the connections.
 */
@RestController
@RequestMapping("/api/connections")
class ConnectionController {

	private final Connections connections;

	private final ConnectionViews views;

	private final VendorAddresses addresses;

	private final String publicUrl;

	ConnectionController(Connections connections, ConnectionViews views, VendorAddresses addresses,
			ConnectionProperties properties) {
		this.connections = connections;
		this.views = views;
		this.addresses = addresses;
		this.publicUrl = properties.publicUrl().toString().replaceAll("/+$", "");
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Answer connect(@RequestBody ConnectRequest request) {
		Connected connected = this.connections.connect(request.command(this.addresses));
		Connection connection = connected.connection();
		return new Answer(connection.connectionId(), connection.status(), connected.partnerToken(),
				this.publicUrl + "/ashby",
				this.publicUrl + "/callbacks/" + connection.provider().code() + "/" + connection.connectionId(),
				connected.callbackSecret());
	}

	@GetMapping
	All all() {
		return new All(this.views.all());
	}

	@GetMapping("/{connectionId}")
	ConnectionView one(@PathVariable UUID connectionId) {
		return this.views.find(connectionId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such connection."));
	}

	/**
	 * A new connection.
	 *
	 * @param connectionId its identity
	 * @param status where it stands
	 * @param externalApiToken for Ashby's integration tile; told once
	 * @param baseUrl for Ashby's integration tile
	 * @param callbackUrl for the provider
	 * @param callbackSecret the bearer secret that the provider shows; told once
	 */
	record Answer(UUID connectionId, Status status, String externalApiToken, String baseUrl, String callbackUrl,
			String callbackSecret) {

		@Override
		public String toString() {
			return "Answer[" + this.connectionId + "]";
		}

	}

	/**
	 * All connections.
	 *
	 * @param results oldest first
	 */
	record All(List<ConnectionView> results) {

	}

}
