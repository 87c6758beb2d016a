package io.bgvbridge.sandbox.callback;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The vectors of the vendors' contracts. */
class HmacTests {

	private static final byte[] WEATHER = "{\"monday\":\"75F\",\"tuesday\":\"80F\"}".getBytes(StandardCharsets.UTF_8);

	@Test
	void agreesWithCheckrsVector() {
		assertThat(Hmac.hex("test-secret", WEATHER))
			.isEqualTo("b7412f05e981a473b5ecbdb5393afaea02a679db6d7c8e56803512ec4ba98151");
	}

	@Test
	void agreesWithStackOnesVector() {
		assertThat(Hmac.base64Url("test-secret", WEATHER)).isEqualTo("t0EvBemBpHO17L21OTr66gKmedttfI5WgDUS7EupgVE");
	}

	@Test
	void tampersAfterItHasSigned() {
		assertThat(Signing.TAMPERED.signature(Hmac::hex, "test-secret", WEATHER))
			.isEqualTo(Hmac.hex("test-secret", WEATHER));
		assertThat(Signing.TAMPERED.sent(WEATHER)).isNotEqualTo(WEATHER);
		assertThat(Signing.WRONG_SECRET.signature(Hmac::hex, "test-secret", WEATHER))
			.isNotEqualTo(Hmac.hex("test-secret", WEATHER));
		assertThat(Signing.UNSIGNED.signature(Hmac::hex, "test-secret", WEATHER)).isNull();
	}

}
