package io.bgvbridge.verification;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void modulesUseOnlyWhatOthersOffer() {
		ApplicationModules.of(VerificationApplication.class).verify();
	}

}
