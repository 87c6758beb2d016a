package io.bgvbridge.gateway.callback;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import tools.jackson.databind.JsonNode;

/**
 * A callback's body whose sender is known. What it means is the verification service's
 * business; only what tells one callback from another is read here.
 *
 * @param raw the bytes as they came
 * @param json what they say
 */
record CallbackBody(byte[] raw, JsonNode json) {

	/**
	 * The identity of a callback that its provider signed, whatever it is told again.
	 * Equal bodies without an identity are taken for one.
	 */
	UUID signedEventId(UUID connectionId) {
		JsonNode id = this.json.path("id");
		return Generators.nameBasedGenerator(connectionId)
			.generate((id.isString() && !id.stringValue().isBlank()) ? id.stringValue() : digest());
	}

	/**
	 * The identity of a callback that nobody signed. SpringVerify gives its callbacks
	 * none, and the same words may be true twice (in progress, on hold, in progress).
	 * Such a callback is only a hint to look, so looking once too often is harmless and
	 * dropping an equal body is not.
	 */
	UUID freshEventId() {
		return Generators.timeBasedEpochRandomGenerator().generate();
	}

	/** When it was sent; empty if it does not say so. */
	Optional<Instant> sentAt(String member) {
		JsonNode time = this.json.path(member);
		try {
			return time.isString() ? Optional.of(OffsetDateTime.parse(time.stringValue()).toInstant())
					: Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private String digest() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.raw));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "CallbackBody";
	}

}
