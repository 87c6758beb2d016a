package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SigningSecretsTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration DAY = Duration.ofDays(1);

	private final SigningSecrets second = SigningSecrets.of("first").replacedBy("second", DAY);

	@Test
	void keepTheOneThatIsInUseWhenReplacedAgainWithinTheOverlap() {
		SigningSecrets third = this.second.replacedBy("third", HOUR);
		assertThat(third.valid()).containsExactly("third", "first");
		assertThat(third.previousUntil()).isEqualTo(this.second.previousUntil());
		assertThat(third.replacedBy("fourth", DAY.multipliedBy(2)).previousUntil())
			.isAfter(Instant.now().plus(DAY.plus(HOUR)));
	}

	@Test
	void keepNothingWithoutAnOverlap() {
		assertThat(this.second.replacedBy("third", Duration.ZERO).valid()).containsExactly("third");
		assertThat(this.second.replacedBy("second", Duration.ZERO).valid()).containsExactly("second");
	}

	@Test
	void keepTheOneBeforeOnceAnEarlierOverlapIsOver() {
		SigningSecrets over = new SigningSecrets("second", "first", Instant.now());
		assertThat(over.replacedBy("third", HOUR).valid()).containsExactly("third", "second");
	}

	@Test
	void stayAsTheyAreForTheSameSecretOnceMore() {
		assertThat(this.second.replacedBy("second", DAY.multipliedBy(2))).isEqualTo(this.second);
		SigningSecrets only = SigningSecrets.of("only");
		assertThat(only.replacedBy("only", HOUR)).isEqualTo(only);
	}

	@Test
	void keepBothWhenTheOlderOneComesBack() {
		assertThat(this.second.replacedBy("first", HOUR).valid()).containsExactly("first", "second");
	}

}
