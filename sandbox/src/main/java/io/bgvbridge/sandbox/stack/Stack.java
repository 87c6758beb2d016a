package io.bgvbridge.sandbox.stack;

import java.net.URI;

/**
 * All that the services need around them: a broker, a schema registry and a database
 * server, set up with topics, schemas, databases, passwords and keys.
 */
public interface Stack extends AutoCloseable {

	/**
	 * Starts the parts side by side and sets them up; stops what runs when one fails.
	 * @param progress hears of each part that is ready
	 * @throws StackFailure if a port is taken or a part does not start
	 */
	void start(Progress progress);

	/**
	 * The Kafka broker.
	 * @return the broker
	 */
	Part kafka();

	/**
	 * The schema registry.
	 * @return the registry
	 */
	Part registry();

	/**
	 * The database server.
	 * @return the server
	 */
	Part postgres();

	/**
	 * Where Kafka's clients connect.
	 * @return host and port
	 */
	String bootstrapServers();

	/**
	 * The registry's own API, as Apicurio's serializers want it.
	 * @return the address
	 */
	URI registryApi();

	/**
	 * The registry's Confluent-compatible API.
	 * @return the address
	 */
	URI confluentApi();

	/**
	 * A service's database.
	 * @param service the service
	 * @return the database
	 */
	Database database(Service service);

	/**
	 * The ports of this stack, the services' among them.
	 * @return the ports
	 */
	Ports ports();

	/**
	 * The folder that the stack keeps its files in.
	 * @return the folder
	 */
	StateDirectory state();

	/**
	 * The passwords of this stack.
	 * @return the passwords
	 */
	Secrets secrets();

	/**
	 * Stops every part. Services are to be stopped before.
	 */
	@Override
	void close();

	/**
	 * Stops every part and removes all that the stack keeps but its logs, unless those
	 * are in its folder.
	 */
	void discard();

}
