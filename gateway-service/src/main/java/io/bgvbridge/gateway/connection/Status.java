package io.bgvbridge.gateway.connection;

/**
 * Where a connection stands.
 */
public enum Status {

	/** Made; its provider's credentials were not used with success yet. */
	TESTING,
	/** In use. */
	LIVE,
	/** Its provider refused the credentials or a request; newer credentials lift it. */
	FAILED,
	/** Switched off by an operator. */
	DISABLED,
	/** Gone, but for what still has to be found. */
	DELETED;

	/**
	 * Whether it is in use, so that observations of its provider move it.
	 */
	boolean followsObservations() {
		return switch (this) {
			case TESTING, LIVE, FAILED -> true;
			case DISABLED, DELETED -> false;
		};
	}

}
