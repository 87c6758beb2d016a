package io.bgvbridge.gateway.connection;

import org.springframework.stereotype.Component;

/**
 * Where both sides of a connection reach this service.
 */
@Component
public final class PublicAddresses {

	private final String base;

	PublicAddresses(ConnectionProperties properties) {
		this.base = properties.publicUrl().toString().replaceAll("/+$", "");
	}

	/**
	 * For Ashby's integration tile.
	 * @return an address without a slash at the end
	 */
	public String ashby() {
		return this.base + "/ashby";
	}

	/**
	 * Where Ashby's webhooks go.
	 * @param connection the connection
	 * @return an address
	 */
	public String webhooks(Connection connection) {
		return this.base + "/ashby/webhooks/" + connection.connectionId();
	}

	/**
	 * Where the provider's callbacks go.
	 * @param connection the connection
	 * @return an address
	 */
	public String callbacks(Connection connection) {
		return this.base + "/callbacks/" + connection.provider().code() + "/" + connection.connectionId();
	}

}
