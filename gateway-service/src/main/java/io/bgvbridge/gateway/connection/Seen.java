package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one side of a connection.
 *
 * @param credentials version of the side's credentials
 * @param observation what was last seen with them; null if nothing yet
 * @param words what should be mended, where it is known more exactly; null else
 */
record Seen(long credentials, @Nullable Observation observation, @Nullable String words) {

	static final Seen NOTHING = new Seen(1, null, null);

	Seen renewed() {
		return new Seen(this.credentials + 1, null, null);
	}

	/** Nobody who did not answer has said anything. The same once more is no news. */
	Seen after(Observed observed) {
		if (observed.credentialsVersion() != this.credentials || !observed.observation().isAnswer()) {
			return this;
		}
		boolean known = observed.observation() == this.observation && observed.words() == null;
		return known ? this : new Seen(this.credentials, observed.observation(), observed.words());
	}

	boolean works() {
		return this.observation == Observation.REACHABLE;
	}

	boolean fails() {
		return this.observation != null && this.observation != Observation.REACHABLE;
	}

}
