package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
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

	private final PublicAddresses addresses;

	ConnectionController(Connections connections, ConnectionChanges changes, ConnectionViews views,
			VendorAddresses vendors, PublicAddresses addresses) {
		this.connections = connections;
		this.changes = changes;
		this.views = views;
		this.vendors = vendors;
		this.addresses = addresses;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Answer connect(@RequestBody ConnectRequest request) {
		Connect command = request.command(this.vendors);
		Connected connected = this.connections.connect(command);
		Connection connection = connected.connection();
		return new Answer(connection.connectionId(), connection.status(), connected.partnerToken(),
				this.addresses.ashby(), this.addresses.callbacks(connection), connected.callbackSecret(),
				this.addresses.webhooks(connection), command.webhookSecret() != null,
				connection.setup().partnerId() != null, connection.setup().autoStart(), connection.setup().reportFile(),
				connection.setup().tokenExpiresAt());
	}

	@PatchMapping("/{connectionId}")
	ConnectionView change(@PathVariable UUID connectionId, @RequestBody ConnectionPatch request) {
		Provider provider = this.connections.find(connectionId).orElseThrow(UnknownConnection::new).provider();
		this.changes.change(connectionId, request.command(provider, this.vendors));
		return one(connectionId);
	}

	@PostMapping("/{connectionId}/disable")
	ConnectionView disable(@PathVariable UUID connectionId) {
		this.changes.disable(connectionId);
		return one(connectionId);
	}

	@PostMapping("/{connectionId}/enable")
	ConnectionView enable(@PathVariable UUID connectionId) {
		this.changes.enable(connectionId);
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
	 * A new connection.
	 *
	 * @param connectionId its identity
	 * @param status where it stands
	 * @param externalApiToken for Ashby's integration tile; told once
	 * @param baseUrl for Ashby's integration tile
	 * @param callbackUrl for the provider
	 * @param callbackSecret the bearer secret that the provider shows; told once; absent
	 * if it signs with a secret of its own
	 * @param webhookUrl where Ashby's webhooks go
	 * @param webhookSecretSet whether webhooks can be told from forgeries
	 * @param partnerIdSet whether Ashby's id of us is known
	 * @param autoStart the rule that starts checks; null for none
	 * @param reportFile whether reports are put into candidates' files in Ashby
	 * @param tokenExpiresAt when the provider's token runs out; null if nobody said
	 */
	record Answer(UUID connectionId, Status status, String externalApiToken, String baseUrl, String callbackUrl,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String callbackSecret, String webhookUrl,
			boolean webhookSecretSet, boolean partnerIdSet, @Nullable StartRule autoStart, boolean reportFile,
			@Nullable Instant tokenExpiresAt) {

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
