package io.bgvbridge.gateway.connection;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "9876543210", "+919876543210", "+91 98765 43210", "+91-98765-43210", "09876543210",
			"(0) 98765.43210", "919876543210", "6000000000", "0091 9876543210" })
	void acceptsWhatBecomesTenDigits(String typed) {
		assertThat(PhoneRule.INDIAN_MOBILE.accepts(typed)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5876543210", "987654321", "98765432101", "+1 415 555 0100", "+44 9876543210",
			"98765x43210", "९८७६५४३२१०", "9876543210 or 9876543211" })
	void refusesAnythingElse(String typed) {
		assertThat(PhoneRule.INDIAN_MOBILE.accepts(typed)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9876543210", "+1 415 555 0100", "(415) 555-0100", "+44 20 7946 0958", "5550100" })
	void acceptsNumbersOfAnyCountry(String typed) {
		assertThat(PhoneRule.ANY.accepts(typed)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "none", "12345", "+1 415 555 0100 ext. 7", "1234567890123456", "++14155550100" })
	void refusesWhatIsNoNumberAnywhere(String typed) {
		assertThat(PhoneRule.ANY.accepts(typed)).isFalse();
	}

}
