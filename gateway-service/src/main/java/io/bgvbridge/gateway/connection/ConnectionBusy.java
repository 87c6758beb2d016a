package io.bgvbridge.gateway.connection;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was asked for makes no sense for a connection as it stands.
 */
final class ConnectionBusy extends ResponseStatusException {

	ConnectionBusy(String sentence) {
		super(HttpStatus.CONFLICT, sentence);
	}

}
