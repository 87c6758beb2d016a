package io.bgvbridge.sandbox.cli;

import java.util.Map;

import io.bgvbridge.sandbox.stack.Secrets;
import io.bgvbridge.sandbox.stack.StackFailure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SurroundingsTests {

	private static final Secrets SECRETS = new Secrets("admin", "made", "database");

	@Test
	void readsThePortOffset() {
		assertThat(new Surroundings(Map.of()).portOffset()).isZero();
		assertThat(new Surroundings(Map.of("BGV_PORT_OFFSET", "1000")).portOffset()).isEqualTo(1000);
		assertThatExceptionOfType(StackFailure.class)
			.isThrownBy(() -> new Surroundings(Map.of("BGV_PORT_OFFSET", "ten")).portOffset())
			.withMessageContaining("'ten'");
	}

	@Test
	void prefersTheUsersCredentials() {
		assertThat(new Surroundings(Map.of()).operator(SECRETS)).isEqualTo(new Operator("admin", "made"));
		assertThat(new Surroundings(Map.of("BGV_ADMIN_USER", "ada", "BGV_ADMIN_PASSWORD", "own")).operator(SECRETS))
			.isEqualTo(new Operator("ada", "own"));
	}

	@Test
	void passesOnOnlyWhatTheServicesMayBeTold() {
		Surroundings surroundings = new Surroundings(Map.of("BGV_PROVIDER_LAG", "1s", "BGV_DATABASE_URL", "elsewhere"));
		assertThat(surroundings.serviceSettings(new Operator("a", "b"))).containsOnly(
				Map.entry("BGV_PROVIDER_LAG", "1s"), Map.entry("BGV_ADMIN_USER", "a"),
				Map.entry("BGV_ADMIN_PASSWORD", "b"));
	}

}
