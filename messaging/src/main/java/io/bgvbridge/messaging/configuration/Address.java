package io.bgvbridge.messaging.configuration;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The address of something that speaks HTTP.
 */
final class Address {

	private Address() {
	}

	static boolean isOne(String value) {
		try {
			return isOne(new URI(value));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	static boolean isOne(URI address) {
		return ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null
				&& address.getRawUserInfo() == null;
	}

}
