package io.bgvbridge.gateway.ashby;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndianMobileTests {

	@ParameterizedTest
	@ValueSource(strings = { "9876543210", "+919876543210", "+91 98765 43210", "+91-98765-43210", "09876543210",
			"(0) 98765.43210", "919876543210", "6000000000", "0091 9876543210" })
	void acceptsWhatBecomesTenDigits(String typed) {
		assertThat(IndianMobile.accepts(typed)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5876543210", "987654321", "98765432101", "+1 415 555 0100", "+44 9876543210",
			"98765x43210", "९८७६५४३२१०", "9876543210 or 9876543211" })
	void refusesAnythingElse(String typed) {
		assertThat(IndianMobile.accepts(typed)).isFalse();
	}

}
