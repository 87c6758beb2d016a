package io.bgvbridge.gateway.signature;

import java.util.Base64;
import java.util.HexFormat;

/**
 * How a digest is written into a header.
 */
public enum Notation {

	/** Lower-case hexadecimal digits. */
	HEX {

		@Override
		String write(byte[] digest) {
			return HexFormat.of().formatHex(digest);
		}

	},
	/** Lower-case hexadecimal digits behind the name of the algorithm. */
	NAMED_HEX {

		@Override
		String write(byte[] digest) {
			return "sha256=" + HexFormat.of().formatHex(digest);
		}

	},
	/** The alphabet of base64 that URLs know, without padding. */
	BASE64URL {

		@Override
		String write(byte[] digest) {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}

	};

	abstract String write(byte[] digest);

}
