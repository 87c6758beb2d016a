package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one side of a connection.
 *
 * @param credentials version of the side's credentials
 * @param observation what was last seen with them; null if nothing yet
 */
record Seen(long credentials, @Nullable Observation observation) {

	static final Seen NOTHING = new Seen(1, null);

	Seen renewed() {
		return new Seen(this.credentials + 1, null);
	}

	Status status() {
		return (this.observation != null) ? this.observation.status() : Status.TESTING;
	}

}
