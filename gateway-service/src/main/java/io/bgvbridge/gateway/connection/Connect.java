package io.bgvbridge.gateway.connection;

/**
 * Command: join an Ashby organisation to a provider account.
 *
 * @param name the operator's name for the connection
 * @param provider the provider
 * @param credentials keys and addresses of both sides
 */
record Connect(String name, Provider provider, Credentials credentials) {

}
