package io.bgvbridge.verification;

import java.time.Instant;
import java.util.UUID;

/**
 * One try to place an order, committed before the call.
 *
 * @param attemptNo number of the try, from 1
 * @param state what is known of it
 * @param beganAt when it began, by PostgreSQL's clock
 * @param settled whether it began so long ago that the provider would show it by now
 * @param repeatable whether its key is surely remembered by providers that have such
 * @param idempotencyKey its own key, by which some providers tell a repetition
 */
record Attempt(int attemptNo, Attempt.State state, Instant beganAt, boolean settled, boolean repeatable,
		UUID idempotencyKey) {

	/**
	 * What is known of a try.
	 */
	enum State {

		/** The call is under way, or its outcome is unknown. */
		CALLING,
		/** The provider took the order. */
		PLACED,
		/** The provider certainly has no order of this try. */
		NOT_PLACED,
		/** The outcome was unknown, and the provider shows no order. */
		ABSENT,
		/** An operator is asked what it came to. */
		PARKED

	}

}
