package io.bgvbridge.gateway.callback;

import java.util.Base64;
import java.util.HexFormat;

import io.bgvbridge.gateway.Samples;

/**
 * Providers that sign.
 */
final class Signing {

	private Signing() {
	}

	static String hex(String secret, String body) {
		return Samples.signature(secret, body.getBytes()).substring("sha256=".length());
	}

	static String base64Url(String secret, String body) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex(secret, body)));
	}

}
