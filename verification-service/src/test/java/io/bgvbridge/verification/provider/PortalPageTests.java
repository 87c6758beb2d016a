package io.bgvbridge.verification.provider;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortalPageTests {

	@Test
	void putsTheReferenceInItsPlace() {
		assertThat(PortalPage.of("https://portal.example/checks/{reference}?tab=report", "4722c07d"))
			.contains(URI.create("https://portal.example/checks/4722c07d?tab=report"));
	}

	@Test
	void letsAReferenceLeadNowhereElse() {
		assertThat(PortalPage.of("https://portal.example/checks/{reference}", "../x?y=1#z"))
			.contains(URI.create("https://portal.example/checks/..%2Fx%3Fy%3D1%23z"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "javascript:alert('{reference}')", "ftp://portal.example/{reference}", "/{reference}",
			"https:///{reference}", "https://portal.example/{other}", "file:///etc/{reference}" })
	void makesNoPageOfWhatIsNoAddressOfTheWeb(String template) {
		assertThat(PortalPage.of(template, "x")).isEmpty();
	}

}
