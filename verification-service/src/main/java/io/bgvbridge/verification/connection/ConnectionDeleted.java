package io.bgvbridge.verification.connection;

import java.util.UUID;

/**
 * A connection was deleted, and its keys with it: nobody can be called over it any more.
 */
public final class ConnectionDeleted extends RuntimeException {

	ConnectionDeleted(UUID connectionId) {
		super("Connection " + connectionId + " was deleted");
	}

}
