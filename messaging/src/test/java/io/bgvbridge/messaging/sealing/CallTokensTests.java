package io.bgvbridge.messaging.sealing;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.RawJwt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallTokensTests {

	@TempDir
	private Path folder;

	private final KeysetHandle keys = Keysets.tokens();

	private CallTokens tokens;

	@BeforeEach
	void read() {
		this.tokens = new CallTokens(Keysets.write(this.folder.resolve("tokens.json"), this.keys));
	}

	@Test
	void openJustWhatTheyWereMadeFor() {
		String token = this.tokens.issue("report", "a1");

		assertThat(this.tokens.opens(token, "report", "a1")).isTrue();
		assertThat(this.tokens.opens(token, "report", "a2")).isFalse();
		assertThat(this.tokens.opens(token, "document", "a1")).isFalse();
	}

	@Test
	void openNothingUnderAnotherKey() {
		CallTokens others = new CallTokens(Keysets.write(this.folder.resolve("others.json"), Keysets.tokens()));

		assertThat(this.tokens.opens(others.issue("report", "a1"), "report", "a1")).isFalse();
	}

	@Test
	void lastAMinute() throws GeneralSecurityException {
		Instant now = Instant.now();

		assertThat(this.tokens.opens(expiringAt(now.minusSeconds(1)), "report", "a1")).isFalse();
		assertThat(this.tokens.opens(expiringAt(now.plusSeconds(30)), "report", "a1")).isTrue();
		assertThat(mac()
			.verifyMacAndDecode(this.tokens.issue("report", "a1"),
					com.google.crypto.tink.jwt.JwtValidator.newBuilder().expectAudience("report").build())
			.getExpiration()).isBetween(now.plusSeconds(59), now.plusSeconds(65));
	}

	@Test
	void openNothingWithoutAnEnd() throws GeneralSecurityException {
		String token = mac().computeMacAndEncode(
				RawJwt.newBuilder().addAudience("report").setSubject("a1").withoutExpiration().build());

		assertThat(this.tokens.opens(token, "report", "a1")).isFalse();
	}

	@Test
	void openNothingOnceChanged() {
		String token = this.tokens.issue("report", "a1");
		char last = token.charAt(token.length() - 2);

		assertThat(this.tokens.opens(token.substring(0, token.length() - 2) + ((last == 'A') ? 'B' : 'A')
				+ token.substring(token.length() - 1), "report", "a1"))
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "x", "..", "a.b.c", "eyJhbGciOiJub25lIn0.eyJhdWQiOiJyZXBvcnQiLCJzdWIiOiJhMSJ9.", "ü.ü.ü" })
	void openNothingWhenTheyAreNone(String token) {
		assertThat(this.tokens.opens(token, "report", "a1")).isFalse();
	}

	private String expiringAt(Instant end) throws GeneralSecurityException {
		return mac()
			.computeMacAndEncode(RawJwt.newBuilder().addAudience("report").setSubject("a1").setExpiration(end).build());
	}

	private JwtMac mac() throws GeneralSecurityException {
		return this.keys.getPrimitive(RegistryConfiguration.get(), JwtMac.class);
	}

}
