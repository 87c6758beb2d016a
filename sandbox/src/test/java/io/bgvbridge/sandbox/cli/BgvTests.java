package io.bgvbridge.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BgvTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@ParameterizedTest
	@ValueSource(strings = { "--help", "up --help", "demo --help" })
	void explainsItself(String line) {
		assertThat(run(line.split(" "))).isZero();
		assertThat(this.out.toString()).contains("Usage: bgv");
	}

	@Test
	void refusesAProviderThatIsNotThereYet() {
		assertThat(run("demo", "--provider", "checkr")).isEqualTo(2);
		assertThat(this.err.toString()).contains("No provider 'checkr' yet; there is: springverify.");
	}

	@Test
	void refusesAScenarioThatIsNotThere() {
		assertThat(run("demo", "--scenario", "lunch")).isEqualTo(2);
		assertThat(this.err.toString()).contains("No scenario 'lunch'; there are: check, stage-change.");
	}

	@Test
	void refusesACommandThatItDoesNotKnow() {
		assertThat(run("fly")).isEqualTo(2);
		assertThat(this.err.toString()).contains("fly");
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "stage-change" })
	void endsADemoAgainstNobodyWithTheReason(String scenario) {
		assertThat(run("demo", "--scenario", scenario, "--against", "http://127.0.0.1:1", "--sandbox",
				"http://127.0.0.1:1"))
			.isEqualTo(1);
		assertThat(this.out.toString().lines().toList().getLast()).startsWith("demo: failed: ");
	}

	private int run(String... arguments) {
		return Bgv.commandLine()
			.setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.err, true))
			.execute(arguments);
	}

}
