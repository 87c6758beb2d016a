package io.bgvbridge.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BgvTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@ParameterizedTest
	@ValueSource(strings = { "--help", "up --help", "demo --help", "bench --help", "bench reconcile --help",
			"bench console --help", "keyset --help" })
	void explainsItself(String line) {
		assertThat(run(line.split(" "))).isZero();
		assertThat(this.out.toString()).contains("Usage: bgv");
	}

	@Test
	void refusesAProviderThatIsNotThere() {
		assertThat(run("demo", "--provider", "acme")).isEqualTo(2);
		assertThat(this.err.toString()).contains("No provider 'acme'; there are: springverify, stackone, checkr.");
	}

	@Test
	void refusesAScenarioThatIsNotThere() {
		assertThat(run("demo", "--scenario", "lunch")).isEqualTo(2);
		assertThat(this.err.toString()).contains("No scenario 'lunch'; there are: check, stage-change.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "4", "-1", "two" })
	void refusesAnImpossibleNumberOfInstances(String instances) {
		assertThat(run("up", "--instances", instances)).isEqualTo(2);
		assertThat(this.err.toString()).contains("--instances");
	}

	@Test
	void saysWhatSeveralInstancesNeed() {
		run("up", "--help");
		assertThat(this.out.toString()).contains("--instances=N", "load balancer", "sticky", "8280");
	}

	@Test
	void listsItsBenches() {
		run("bench", "--help");
		assertThat(this.out.toString()).contains("Names:", "reconcile", "console");
		assertThat(run("bench")).isEqualTo(2);
		assertThat(run("bench", "lunch")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--checks 0", "--checks 200001", "--checks 5 --changed 6", "--orders 0", "--rate 0" })
	void refusesABenchThatMakesNoSense(String options) {
		assertThat(run(("bench reconcile " + options).split(" "))).isEqualTo(2);
		assertThat(this.err.toString()).contains(" is ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--checks 1999", "--checks 5000001", "--rounds 0", "--rounds 1001" })
	void refusesAConsoleBenchThatMakesNoSense(String options) {
		assertThat(run(("bench console " + options).split(" "))).isEqualTo(2);
		assertThat(this.err.toString()).contains(" is ");
	}

	@Test
	void refusesACommandThatItDoesNotKnow() {
		assertThat(run("fly")).isEqualTo(2);
		assertThat(this.err.toString()).contains("fly");
	}

	@ParameterizedTest
	@CsvSource({ "check,springverify", "check,stackone", "check,checkr", "stage-change,springverify" })
	void endsADemoAgainstNobodyWithTheReason(String scenario, String provider) {
		assertThat(run("demo", "--scenario", scenario, "--provider", provider, "--against", "http://127.0.0.1:1",
				"--sandbox", "http://127.0.0.1:1"))
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
