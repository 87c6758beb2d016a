package io.bgvbridge.sandbox.cli;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What people do and see at one provider's simulator.
 */
interface ProviderPortal {

	/** The provider's name in sentences. */
	String title();

	/** The provider's side of the request that connects it. */
	Map<String, Object> connection();

	/**
	 * Pastes the connection's callback address, and what proves it, into the provider.
	 */
	void callback(Connected connected);

	/**
	 * The newest order for a person.
	 * @param orders how many there must be
	 */
	JsonNode ordered(Person person, int orders);

	/** The id by which the product knows the order. */
	String reference(JsonNode order);

	/** The assessment that the order names as its own. */
	String assessmentId(JsonNode order);

	/** Lets the order go as far as being in progress. */
	void begin(JsonNode order);

	/** Whether the provider says when it will be done, once it is in progress. */
	boolean tellsWhen();

	/** Completes the order. */
	void complete(JsonNode order);

	/**
	 * Where the report door leads to: how the provider's own page begins; empty if it
	 * gives a PDF.
	 */
	String reportPage(JsonNode order);

	/** What has to follow here when Ashby has cancelled the check. */
	void cancelled(String assessmentId, JsonNode order);

}
