package io.bgvbridge.gateway.connection;

import org.springframework.stereotype.Component;

/**
 * Where both sides of a connection reach this service.
 */
@Component
final class PublicAddresses {

	private final String base;

	PublicAddresses(ConnectionProperties properties) {
		this.base = properties.publicUrl().toString().replaceAll("/+$", "");
	}

	/** For Ashby's integration tile. */
	String ashby() {
		return this.base + "/ashby";
	}

	String webhooks(Connection connection) {
		return this.base + "/ashby/webhooks/" + connection.connectionId();
	}

	String callbacks(Connection connection) {
		return this.base + "/callbacks/" + connection.provider().code() + "/" + connection.connectionId();
	}

}
