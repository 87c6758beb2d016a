package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code deploy/} says to Prometheus and Grafana.
 */
final class Monitoring {

	static final Path DEPLOY = Path.of("").toAbsolutePath().getParent().resolve("deploy");

	static final Path ALERTS = DEPLOY.resolve("prometheus/alerts.yml");

	static final Path ALERT_TESTS = DEPLOY.resolve("prometheus/alerts.test.yml");

	private static final Path DASHBOARDS = DEPLOY.resolve("grafana/dashboards");

	/** One line, or a block of lines that are indented further. */
	private static final Pattern EXPRESSION = Pattern.compile("(?m)^ {8}expr: (?:\\|\\n((?: {10,}.*\\n)+)|(.*)\\n)");

	/** By the prefixes that the services' metrics have; labels have none of them. */
	private static final Pattern METRIC = Pattern
		.compile("\\b(?:bgv|http|kafka|spring|hikaricp|jvm|process|system|tomcat|logback)_[a-z0-9_]+\\b");

	private Monitoring() {
	}

	/** Each dashboard by the name of its file. */
	static Map<String, JsonNode> dashboards() {
		try (Stream<Path> files = Files.list(DASHBOARDS)) {
			Map<String, JsonNode> dashboards = new TreeMap<>();
			files.filter((file) -> file.toString().endsWith(".json"))
				.forEach((file) -> dashboards.put(file.getFileName().toString(),
						JsonMapper.shared().readTree(text(file))));
			return dashboards;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The panels of a dashboard, those that are folded into rows too. */
	static List<JsonNode> panels(JsonNode dashboard) {
		List<JsonNode> panels = new ArrayList<>();
		dashboard.path("panels").forEach((panel) -> {
			panels.add(panel);
			panel.path("panels").forEach(panels::add);
		});
		return panels;
	}

	/** Every expression, by where it is written; Grafana's variables have a value. */
	static Map<String, String> expressions() {
		Map<String, String> expressions = new LinkedHashMap<>();
		List<MatchResult> alerts = EXPRESSION.matcher(text(ALERTS)).results().toList();
		for (int i = 0; i < alerts.size(); i++) {
			MatchResult alert = alerts.get(i);
			expressions.put("alert " + (i + 1), (alert.group(1) != null) ? alert.group(1) : alert.group(2));
		}
		dashboards().forEach((file,
				dashboard) -> panels(dashboard).forEach((panel) -> panel.path("targets")
					.forEach((target) -> expressions.put(
							file + ", " + panel.path("title").asString("") + ", " + target.path("refId").asString(""),
							target.path("expr")
								.asString("")
								.replace("$__rate_interval", "5m")
								.replace("$__range", "1h")
								.replace("$connection", ".*")))));
		return expressions;
	}

	/** The metrics that an expression reads. */
	static Set<String> metrics(String expression) {
		return new TreeSet<>(METRIC.matcher(expression).results().map(MatchResult::group).toList());
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
