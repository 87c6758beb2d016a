package io.bgvbridge.sandbox.cli;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PersonTests {

	@Test
	void hasAPhoneAsTypedAndAsTheProviderWantsIt() {
		Person person = Person.random(new Random(1));
		assertThat(person.phone()).matches("9[0-9]{9}");
		assertThat(person.typedPhone().replaceAll("[^0-9]", "")).isEqualTo("91" + person.phone());
		assertThat(person.email()).contains(person.phone());
	}

}
