package io.bgvbridge.verification.springverify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndianMobileTests {

	@ParameterizedTest
	@ValueSource(strings = { "9876543210", "+91 98765 43210", "+91-98765-43210", "+919876543210", "919876543210",
			"91 98765 43210", "098765-43210", "09876543210", "00919876543210", "0091 98765 43210", "(+91) 98765.43210",
			" 98765 43210 ", "+91 (0) 98765 43210", "+91\u00a098765\u00a043210", "+91\u2011987\u20116543210",
			"\u202a+91 98765 43210\u202c" })
	void findsTheTenDigitsInAnySpelling(String phone) {
		assertThat(IndianMobile.parse(phone)).contains(new IndianMobile("9876543210"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "9198765432", "6000000000", "7999999999", "8123456789" })
	void keepsTenDigitsThatOnlyLookPrefixed(String phone) {
		assertThat(IndianMobile.parse(phone)).contains(new IndianMobile(phone));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "987654321", "98765432101", "5876543210", "0123456789", "+915876543210",
			"+1 415 555 2671", "+44 7911 123456", "98765abcde", "+91 98765 4321O", "call me", "9876543210 ext 5",
			"9876543210/9876543211", "\u0669\u0668\u0667\u0666\u0665\u0664\u0663\u0662\u0661\u0660" })
	void refusesWhatIsNoIndianMobile(String phone) {
		assertThat(IndianMobile.parse(phone)).isEmpty();
	}

	@Test
	void doesNotShowItsDigits() {
		assertThat(new IndianMobile("9876543210").toString()).doesNotContain("987");
	}

}
