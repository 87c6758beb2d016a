package io.bgvbridge.sandbox.cli;

import java.nio.file.Path;

import io.bgvbridge.sandbox.stack.Ports;
import io.bgvbridge.sandbox.stack.StateDirectory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectionsTests {

	private final Directions directions = directions(1);

	private static Directions directions(int instances) {
		return new Directions(Addresses.local(Ports.standard(1000)), new Operator("admin", "secret"),
				Ports.standard(1000), new StateDirectory(Path.of("/tmp/state")), instances);
	}

	@Test
	void fillEveryPlace() {
		assertThat(this.directions.text()).doesNotContain("${")
			.contains("http://localhost:9080/console", "http://localhost:9090/ashby/app/integrations",
					"http://localhost:9090/springverify/portal", "http://localhost:9090/ashby", "admin / secret",
					"127.0.0.1:10092");
	}

	@Test
	void endWithTheWayToAFirstCheck() {
		assertThat(this.directions.text().indexOf("Ready.")).isGreaterThan(this.directions.text().indexOf("pick()"));
	}

	@Test
	void nameEveryGatewayWhereThereAreSeveral() {
		assertThat(directions(1).text()).doesNotContain("gateways  ", "load balancer");
		assertThat(directions(3).text()).doesNotContain("${")
			.contains("http://localhost:9080 http://localhost:9280 http://localhost:9480\n", "load balancer", "sticky");
	}

	@Test
	void areAScriptThatTheShellUnderstands() throws Exception {
		Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
		try (var input = shell.outputWriter()) {
			input.write(this.directions.script());
		}
		assertThat(new String(shell.getInputStream().readAllBytes())).isEmpty();
		assertThat(shell.waitFor()).isZero();
	}

	@Test
	void pickTheFirstValueOfAName() throws Exception {
		String pick = this.directions.script()
			.lines()
			.filter((line) -> line.startsWith("pick()"))
			.findFirst()
			.orElseThrow();
		String json = "[{\"id\":12,\"callbackUrl\":\"http://localhost:1/x\",\"next\":\"a\"},{\"id\":13}]";
		Process shell = new ProcessBuilder("sh", "-c",
				pick + "\necho '" + json + "' | pick id; echo '" + json + "' | pick callbackUrl")
			.start();
		assertThat(new String(shell.getInputStream().readAllBytes())).isEqualTo("12\nhttp://localhost:1/x\n");
	}

}
