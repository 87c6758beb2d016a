package io.bgvbridge.gateway.webhook;

import java.nio.charset.StandardCharsets;

import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

	private static final String PING = "sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd";

	private static final byte[] body = Samples.file("ping.json").getBytes(StandardCharsets.UTF_8);

	@Test
	void knowsTheVectorOfTheContract() {
		assertThat(new Signature(PING, body).madeWith(Samples.WEBHOOK_SECRET)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sha256=", "67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd",
			"sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efe",
			"sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3ef",
			"sha1=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd" })
	void knowsNoOther(String header) {
		assertThat(new Signature(header, body).madeWith(Samples.WEBHOOK_SECRET)).isFalse();
	}

	@Test
	void seesATamperedBodyAndAnotherSecret() {
		byte[] tampered = Samples.file("ping.json").replace("ping", "pong").getBytes(StandardCharsets.UTF_8);
		assertThat(new Signature(PING, tampered).madeWith(Samples.WEBHOOK_SECRET)).isFalse();
		assertThat(new Signature(PING, body).madeWith("another")).isFalse();
	}

}
