package io.bgvbridge.sandbox.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Prometheus' own tool on rules, their unit tests and every dashboard's expressions.
 */
class PromtoolTests {

	private static final Path PROMETHEUS = Monitoring.DEPLOY.resolve("prometheus");

	@TempDir
	private Path folder;

	@BeforeAll
	static void needPromtool() {
		boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((place) -> Files.isExecutable(Path.of(place, "promtool")));
		assumeTrue(there, "No promtool on the PATH: apt-get install --no-install-recommends prometheus");
	}

	@Test
	void findsNoFaultInTheRules() throws Exception {
		promtool("check", "rules", "alerts.yml");
	}

	@Test
	void seesEachAlertFireWhenItShould() throws Exception {
		promtool("test", "rules", "alerts.test.yml");
	}

	@Test
	void findsNoFaultInTheConfiguration() throws Exception {
		promtool("check", "config", "prometheus.yml");
	}

	@Test
	void understandsEveryExpressionOfTheDashboards() throws Exception {
		List<Map<String, String>> rules = new ArrayList<>();
		Monitoring.expressions()
			.values()
			.forEach((expression) -> rules.add(Map.of("record", "expression:" + rules.size(), "expr", expression)));
		assertThat(rules).hasSizeGreaterThan(30);
		// JSON is YAML, too.
		Path file = Files.writeString(this.folder.resolve("expressions.yml"), JsonMapper.shared()
			.writeValueAsString(Map.of("groups", List.of(Map.of("name", "dashboards", "rules", rules)))));
		promtool("check", "rules", file.toString());
	}

	private static void promtool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("promtool"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(PROMETHEUS.toFile()).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
	}

}
