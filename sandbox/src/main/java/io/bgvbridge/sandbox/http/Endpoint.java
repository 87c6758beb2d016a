package io.bgvbridge.sandbox.http;

/** What a route does. */
@FunctionalInterface
public interface Endpoint {

	/**
	 * Answers one request.
	 * @throws Refused when the sandbox's own rules forbid it
	 */
	Answer answer(Request request);

}
