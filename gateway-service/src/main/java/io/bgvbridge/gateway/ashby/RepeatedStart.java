package io.bgvbridge.gateway.ashby;

/**
 * How a start is answered whose check is open already. Ashby documents the conflict, but
 * neither whether it repeats a start whose answer was lost, nor what it shows then.
 */
enum RepeatedStart {

	/** With the same id and its last known status. */
	REPLAY,
	/** With a conflict, unless no earlier start got through. */
	CONFLICT

}
