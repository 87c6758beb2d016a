package io.bgvbridge.verification.checkr;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DerivedKeyTests {

	@Test
	void isAlwaysOfVersion4() {
		assertThat(IntStream.range(0, 1000).mapToObj(Integer::toString).map(DerivedKey::of))
			.allSatisfy((key) -> assertThat(key).returns(4, UUID::version).returns(2, UUID::variant))
			.doesNotHaveDuplicates();
	}

	@Test
	void isTheSameForTheSame() {
		assertThat(DerivedKey.of("a")).isEqualTo(DerivedKey.of("a")).isNotEqualTo(DerivedKey.of("b"));
	}

}
