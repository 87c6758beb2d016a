package io.bgvbridge.sandbox.e2e;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dashboards and alerts, as far as they can be judged without Grafana and Prometheus.
 */
class MonitoringTests {

	private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

	private static final Pattern TESTED = Pattern.compile("alertname: (\\w+)\\n(\\s+exp_alerts:)?");

	private static final int COLUMNS = 24;

	@Test
	void eachAlertIsTestedWhereItFiresAndWhereItDoesNot() {
		Set<String> alerts = new TreeSet<>(
				ALERT.matcher(Monitoring.text(Monitoring.ALERTS)).results().map((found) -> found.group(1)).toList());
		Set<String> fires = new TreeSet<>();
		Set<String> isQuiet = new TreeSet<>();
		for (MatchResult test : TESTED.matcher(Monitoring.text(Monitoring.ALERT_TESTS)).results().toList()) {
			((test.group(2) != null) ? fires : isQuiet).add(test.group(1));
		}
		assertThat(alerts).hasSizeGreaterThan(10);
		assertThat(fires).isEqualTo(alerts);
		assertThat(isQuiet).isEqualTo(alerts);
	}

	@Test
	void eachAlertSaysWhatToDo() {
		String[] alerts = Monitoring.text(Monitoring.ALERTS).split("- alert: ");
		for (int i = 1; i < alerts.length; i++) {
			assertThat(alerts[i]).contains("severity: ", "summary: ", "action: ");
		}
	}

	@Test
	void dashboardsAreWhatGrafanaReads() {
		Map<String, JsonNode> dashboards = Monitoring.dashboards();
		assertThat(dashboards).containsOnlyKeys("connection.json", "queues.json", "road.json");
		assertThat(dashboards.values()).extracting((dashboard) -> dashboard.path("uid").asString())
			.doesNotHaveDuplicates();
		dashboards.forEach((file, dashboard) -> {
			assertThat(dashboard.path("title").asString()).as(file).startsWith("BGV Bridge");
			assertThat(dashboard.path("schemaVersion").asInt()).as(file).isGreaterThanOrEqualTo(39);
			assertThat(dashboard.path("id").isNull()).as("no id in %s: Grafana gives one", file).isTrue();
			List<JsonNode> panels = Monitoring.panels(dashboard);
			assertThat(panels).extracting((panel) -> panel.path("id").asInt())
				.doesNotHaveDuplicates()
				.doesNotContain(0);
			panels.forEach((panel) -> assertReadable(file, panel));
			assertThat(overlapping(panels)).as(file).isEmpty();
		});
	}

	private static void assertReadable(String file, JsonNode panel) {
		String name = file + ", " + panel.path("title").asString("");
		assertThat(panel.path("type").asString()).as(name).isIn("row", "text", "stat", "timeseries", "table");
		for (JsonNode target : panel.path("targets")) {
			assertThat(target.path("expr").asString("")).as(name).isNotBlank();
			assertThat(target.path("datasource").path("uid").asString("")).as(name).isEqualTo("prometheus");
		}
		if (!List.of("row", "text").contains(panel.path("type").asString())) {
			assertThat(panel.path("datasource").path("uid").asString("")).as(name).isEqualTo("prometheus");
			assertThat(panel.path("targets").size()).as(name).isPositive();
			assertThat(panel.path("description").asString("")).as("description of %s", name).isNotBlank();
		}
	}

	/** Cells of the grid that two panels want, and panels that are wider than it. */
	private static List<String> overlapping(List<JsonNode> panels) {
		List<String> overlapping = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		for (JsonNode panel : panels) {
			JsonNode at = panel.path("gridPos");
			for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
				for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
					if (x >= COLUMNS || !taken.add(x + "/" + y)) {
						overlapping.add(panel.path("title").asString() + " at " + x + "/" + y);
					}
				}
			}
		}
		return overlapping;
	}

	@Test
	void everyExpressionReadsAMetric() {
		Map<String, String> empty = new TreeMap<>();
		Monitoring.expressions().forEach((where, expression) -> {
			if (Monitoring.metrics(expression).isEmpty() && !expression.contains("up{")
					&& !expression.contains("ALERTS{")) {
				empty.put(where, expression);
			}
		});
		assertThat(empty).isEmpty();
	}

	@Test
	void dashboardsAreProvisionedWhereTheContainerHasThem() {
		String provider = Monitoring.text(Monitoring.DEPLOY.resolve("grafana/provisioning/dashboards/bgv-bridge.yml"));
		String datasource = Monitoring
			.text(Monitoring.DEPLOY.resolve("grafana/provisioning/datasources/prometheus.yml"));
		assertThat(provider).contains("path: /var/lib/grafana/dashboards");
		assertThat(datasource).contains("uid: prometheus", "url: http://prometheus:9090");
	}

}
