package io.bgvbridge.gateway.connection;

/**
 * What a service saw when it used a connection's credentials.
 */
enum Observation {

	/** A call succeeded. */
	REACHABLE,
	/** The credentials were refused. */
	UNAUTHORIZED,
	/** The side answered and refused the request. */
	REJECTED,
	/** Nobody answered; tried again by itself. */
	UNREACHABLE,
	/** What answers does not speak the API. */
	UNINTELLIGIBLE;

	boolean isAnswer() {
		return this != UNREACHABLE;
	}

}
