package io.bgvbridge.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

	private static final String PING = "sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd";

	private static final String WEATHER = "{\"monday\":\"75F\",\"tuesday\":\"80F\"}";

	private static final byte[] body = Samples.file("ping.json").getBytes(StandardCharsets.UTF_8);

	@Test
	void knowsTheVectorOfTheContract() {
		assertThat(new Signature(Notation.NAMED_HEX, PING, body).madeWith(Samples.WEBHOOK_SECRET)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"HEX | " + WEATHER + " | b7412f05e981a473b5ecbdb5393afaea02a679db6d7c8e56803512ec4ba98151",
			"BASE64URL | " + WEATHER + " | t0EvBemBpHO17L21OTr66gKmedttfI5WgDUS7EupgVE",
			"HEX | 1700000000." + WEATHER + " | 1dfdc80b68f66f9945cec5d1bf4b6ba42f23ae840ee75cd3c46abfe3787016dd",
			"HEX | {\"id\":\"evt_1\",\"event\":\"updated\",\"resource_type\":\"report\",\"resource_id\":\"rep_1\","
					+ "\"status\":\"clear\"} | dec97a4cec47e096bdc73a8ea51f24cc6d91a12422a7a5a2e5a1c8f7650a8b6f" })
	void knowsTheVectorsOfProviders(Notation notation, String signed, String shown) {
		byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
		byte[] spaced = (signed + " ").getBytes(StandardCharsets.UTF_8);
		assertThat(new Signature(notation, shown, bytes).madeWith("test-secret")).isTrue();
		assertThat(new Signature(notation, shown, bytes).madeWith("test-secret ")).isFalse();
		assertThat(new Signature(notation, shown + "=", bytes).madeWith("test-secret")).isFalse();
		assertThat(new Signature(notation, shown.toUpperCase(Locale.ROOT), bytes).madeWith("test-secret")).isFalse();
		assertThat(new Signature(notation, shown, spaced).madeWith("test-secret")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sha256=", "67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd",
			"sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efe",
			"sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3ef",
			"sha1=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd" })
	void knowsNoOther(String header) {
		assertThat(new Signature(Notation.NAMED_HEX, header, body).madeWith(Samples.WEBHOOK_SECRET)).isFalse();
	}

	@Test
	void seesATamperedBodyAndAnotherSecret() {
		byte[] tampered = Samples.file("ping.json").replace("ping", "pong").getBytes(StandardCharsets.UTF_8);
		assertThat(new Signature(Notation.NAMED_HEX, PING, tampered).madeWith(Samples.WEBHOOK_SECRET)).isFalse();
		assertThat(new Signature(Notation.NAMED_HEX, PING, body).madeWith("another")).isFalse();
	}

}
