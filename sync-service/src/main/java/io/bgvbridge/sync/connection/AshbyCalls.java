package io.bgvbridge.sync.connection;

import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.messaging.vendor.VendorCalls;

import org.springframework.stereotype.Component;

/**
 * Calls the Ashby of a connection, within its limits.
 */
@Component
public class AshbyCalls {

	private final AshbyConnections connections;

	private final VendorCalls calls;

	private final AshbyClient ashby;

	AshbyCalls(AshbyConnections connections, VendorCalls calls, AshbyClient ashby) {
		this.connections = connections;
		this.calls = calls;
		this.ashby = ashby;
	}

	/**
	 * Tells Ashby how an assessment stands.
	 * @param connectionId the connection
	 * @param body exactly what is sent to {@code assessment.update}
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure as the call failed
	 */
	public void update(UUID connectionId, byte[] body) {
		AshbyAccess access = this.connections.access(connectionId);
		this.calls.call(connectionId, AshbyConnections.SIDE, () -> {
			this.ashby.update(access, body);
			return true;
		});
	}

}
