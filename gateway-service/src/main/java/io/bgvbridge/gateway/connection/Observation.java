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
	REJECTED;

	Status status() {
		return switch (this) {
			case REACHABLE -> Status.LIVE;
			case UNAUTHORIZED, REJECTED -> Status.FAILED;
		};
	}

}
