package io.bgvbridge.gateway.connection;

/**
 * Where a connection stands.
 */
public enum Status {

	/** Made; the credentials of one side or both were not used with success yet. */
	TESTING,
	/** In use. */
	LIVE,
	/** One side refused the credentials or a request; newer credentials lift it. */
	FAILED,
	/** Switched off by an operator. */
	DISABLED,
	/** Being deleted: nothing new is started, what is open goes on. */
	DRAINING,
	/** Gone, but for what still has to be found. */
	DELETED;

	/**
	 * Whether it is in use, so that observations of its sides move it.
	 */
	boolean followsObservations() {
		return switch (this) {
			case TESTING, LIVE, FAILED -> true;
			case DISABLED, DRAINING, DELETED -> false;
		};
	}

	/**
	 * Whether its keys are used for anything.
	 */
	boolean isWorking() {
		return switch (this) {
			case TESTING, LIVE, FAILED, DRAINING -> true;
			case DISABLED, DELETED -> false;
		};
	}

}
