package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.ashby.DataValue;

/**
 * A digest of what Ashby is told, by which a later truth is known to say nothing new.
 */
final class Gist {

	private Gist() {
	}

	/** The assessment's id keeps equal words of two people apart. */
	static String of(UUID assessmentId, String status, List<DataValue> metadata) {
		String text = assessmentId + "\n" + status + "\n" + metadata;
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
