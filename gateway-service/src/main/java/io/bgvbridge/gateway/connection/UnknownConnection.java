package io.bgvbridge.gateway.connection;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * There is no such connection.
 */
final class UnknownConnection extends ResponseStatusException {

	UnknownConnection() {
		super(HttpStatus.NOT_FOUND, "There is no such connection.");
	}

}
