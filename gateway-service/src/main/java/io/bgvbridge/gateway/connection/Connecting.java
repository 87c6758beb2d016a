package io.bgvbridge.gateway.connection;

import io.bgvbridge.gateway.audit.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How operators make connections.
 */
@Component
public class Connecting {

	private final Joining joining;

	private final VendorAddresses vendors;

	private final PublicAddresses addresses;

	private final Audit audit;

	Connecting(Joining joining, VendorAddresses vendors, PublicAddresses addresses, Audit audit) {
		this.joining = joining;
		this.vendors = vendors;
		this.addresses = addresses;
		this.audit = audit;
	}

	/**
	 * Makes a connection.
	 * @param request what the operator wants
	 * @param operator who asks
	 * @return the connection, with what is told once
	 * @throws org.springframework.web.ErrorResponseException naming every field that is
	 * wrong
	 */
	@Transactional
	public NewConnection connect(ConnectRequest request, String operator) {
		Connect command = request.command(this.vendors);
		Connected connected = this.joining.connect(command);
		Connection connection = connected.connection();
		this.audit.changed(operator, "connection.make", connection.connectionId().toString());
		return new NewConnection(connection.connectionId(), connection.status(), connected.partnerToken(),
				this.addresses.ashby(), this.addresses.callbacks(connection), connected.callbackSecret(),
				this.addresses.webhooks(connection), command.webhookSecret() != null,
				connection.setup().partnerId() != null, connection.setup().autoStart(), connection.setup().reportFile(),
				connection.setup().tokenExpiresAt(), connection.setup().retentionDays(),
				connection.setup().profileLink());
	}

}
