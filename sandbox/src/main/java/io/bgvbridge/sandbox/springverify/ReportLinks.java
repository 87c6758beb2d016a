package io.bgvbridge.sandbox.springverify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import io.bgvbridge.sandbox.callback.Hmac;
import org.jspecify.annotations.Nullable;

/** Signed report addresses that expire, and the check of their signature. */
final class ReportLinks {

	private final byte[] key = new byte[32];

	private volatile URI baseUrl = URI.create("http://localhost/springverify");

	private volatile Duration lifetime = Duration.ofMinutes(10);

	ReportLinks() {
		new SecureRandom().nextBytes(this.key);
	}

	void mountedAt(URI url) {
		this.baseUrl = url;
	}

	URI baseUrl() {
		return this.baseUrl;
	}

	void lifetime(Duration wanted) {
		this.lifetime = wanted;
	}

	/** A new address, or null while there is no report. */
	@Nullable String link(ProviderCandidate candidate) {
		if (!OverallStatus.hasReport(candidate.code())) {
			return null;
		}
		long expires = Instant.now().plus(this.lifetime).toEpochMilli();
		return this.baseUrl + "/reports/" + candidate.id() + "?expires=" + expires + "&signature="
				+ signature(Long.toString(candidate.id()), Long.toString(expires));
	}

	boolean isValid(String id, @Nullable String expires, @Nullable String signature) {
		if (expires == null || signature == null || !expires.matches("\\d{1,15}")) {
			return false;
		}
		boolean signed = MessageDigest.isEqual(signature(id, expires).getBytes(StandardCharsets.US_ASCII),
				signature.getBytes(StandardCharsets.UTF_8));
		return signed && Instant.now().toEpochMilli() < Long.parseLong(expires);
	}

	private String signature(String id, String expires) {
		return HexFormat.of().formatHex(Hmac.sha256(this.key, (id + ":" + expires).getBytes(StandardCharsets.UTF_8)));
	}

}
