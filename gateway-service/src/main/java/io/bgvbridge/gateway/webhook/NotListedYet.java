package io.bgvbridge.gateway.webhook;

import io.bgvbridge.messaging.Outage;

/**
 * A webhook of a rule that came before its provider's packages were ever listed. Ashby
 * repeats it for hours; by then they are.
 */
final class NotListedYet extends RuntimeException implements Outage {

	NotListedYet() {
		super(null, null, false, false);
	}

}
