package io.bgvbridge.messaging.sealing;

import io.bgvbridge.messaging.Outage;

/**
 * Something was sealed with a key that the keyset file here does not hold yet. Keys are
 * handed out before they are used, so this passes when the new file arrives.
 */
public final class KeyUnknown extends RuntimeException implements Outage {

	KeyUnknown(int keyId) {
		super("The keyset has no key " + Integer.toUnsignedString(keyId));
	}

}
