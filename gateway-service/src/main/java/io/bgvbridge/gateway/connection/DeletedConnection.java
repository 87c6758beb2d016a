package io.bgvbridge.gateway.connection;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The connection was deleted, for good.
 */
final class DeletedConnection extends ResponseStatusException {

	DeletedConnection() {
		super(HttpStatus.GONE, "This connection was deleted.");
	}

}
