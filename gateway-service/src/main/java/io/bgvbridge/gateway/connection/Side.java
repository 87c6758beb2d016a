package io.bgvbridge.gateway.connection;

/**
 * An end of a connection.
 */
enum Side {

	/** The Ashby organisation. */
	ASHBY,
	/** The provider account. */
	PROVIDER

}
