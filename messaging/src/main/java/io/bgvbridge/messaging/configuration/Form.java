package io.bgvbridge.messaging.configuration;

import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.postgresql.Driver;

/**
 * What a property that belongs to no class of ours must look like.
 *
 * @param words what it is to be set to, as the end of a sentence
 * @param accepts whether a value is that
 */
record Form(String words, Predicate<String> accepts) {

	/** Digits that surely fit into an int. */
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

	private static final Pattern BROKERS = Pattern.compile("([^\\s,/:]+|\\[[0-9a-fA-F:]+]):[0-9]{1,5}");

	private static final int HIGHEST_PORT = 65_535;

	private static final int HEARTBEAT_MILLIS = 2_000;

	private static final Form PORT = new Form("a port between 1 and 65535",
			(value) -> isNumber(value, 0, HIGHEST_PORT));

	private static final Map<String, Form> KNOWN = Map.of("server.port", PORT, "management.server.port", PORT,
			"spring.datasource.url",
			new Form("PostgreSQL's address, such as jdbc:postgresql://postgres:5432/gateway", Form::isDatabase),
			"spring.datasource.username", new Form("the name of the database's role", Form::isThere),
			"spring.datasource.password", new Form("the password of the database's role", Form::isThere),
			"spring.datasource.hikari.maximum-pool-size",
			new Form("a number of connections, 2 or more", (value) -> isNumber(value, 2, Integer.MAX_VALUE)),
			"spring.kafka.bootstrap-servers",
			new Form("Kafka's brokers, such as kafka1:9092,kafka2:9092", Form::isBrokers),
			"spring.kafka.consumer.properties.session.timeout.ms",
			new Form("milliseconds as a number above 2000",
					(value) -> isNumber(value, HEARTBEAT_MILLIS + 1, Integer.MAX_VALUE)),
			"bgv.schema-registry.url",
			new Form("the registry's address, such as http://registry:8080/apis/registry/v3", Address::isOne));

	static Map<String, Form> known() {
		return KNOWN;
	}

	private static boolean isNumber(String value, int least, int most) {
		return NUMBER.matcher(value).matches() && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
	}

	private static boolean isThere(String value) {
		return !value.isBlank();
	}

	private static boolean isDatabase(String value) {
		return value.startsWith("jdbc:postgresql:") && Driver.parseURL(value, new Properties()) != null;
	}

	private static boolean isBrokers(String value) {
		return Pattern.compile(",")
			.splitAsStream(value)
			.allMatch((broker) -> BROKERS.matcher(broker.strip()).matches());
	}

}
