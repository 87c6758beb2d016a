package io.bgvbridge.gateway.connection;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * How operators change connections.
 */
@Component
public class Changing {

	private final Connections connections;

	private final ConnectionChanges changes;

	private final VendorAddresses vendors;

	Changing(Connections connections, ConnectionChanges changes, VendorAddresses vendors) {
		this.connections = connections;
		this.changes = changes;
		this.vendors = vendors;
	}

	/**
	 * Changes a connection.
	 * @param connectionId the connection
	 * @param request what the operator wants
	 * @param operator who asks
	 * @throws org.springframework.web.ErrorResponseException naming every field that is
	 * wrong, or if there is no such connection
	 */
	public void change(UUID connectionId, ConnectionPatch request, String operator) {
		Provider provider = this.connections.find(connectionId).orElseThrow(UnknownConnection::new).provider();
		this.changes.change(connectionId, request.command(provider, this.vendors), operator);
	}

}
