package io.bgvbridge.messaging.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTests {

	private static final String FILE = """
			server.port: ${BGV_HTTP_PORT:8080}
			management.server.port: ${BGV_MANAGEMENT_PORT:8180}
			spring.datasource.url: ${BGV_DATABASE_URL}
			spring.datasource.password: ${BGV_DATABASE_PASSWORD}
			spring.datasource.hikari.maximum-pool-size: ${BGV_DATABASE_POOL:8}
			spring.kafka.bootstrap-servers: ${BGV_KAFKA_BOOTSTRAP_SERVERS}
			spring.kafka.consumer.properties.session.timeout.ms: ${BGV_KAFKA_SESSION_TIMEOUT_MS:10000}
			sample:
			  address: ${BGV_ADDRESS}
			  time: ${BGV_TIME:30s}
			  count: ${BGV_COUNT:4}
			  size: ${BGV_SIZE:1MB}
			  shape: ${BGV_SHAPE:round}
			  user: ${BGV_USER:}
			  secret: ${BGV_SECRET:}
			""";

	private static final Map<String, String> GOOD = Map.of("BGV_DATABASE_URL", "jdbc:postgresql://db:5432/gateway",
			"BGV_DATABASE_PASSWORD", "s3cret", "BGV_KAFKA_BOOTSTRAP_SERVERS", "k1:9092, k2:9092", "BGV_ADDRESS",
			"https://bgv.example.com/");

	@Test
	void findsNothingWrongWithAGoodEnvironment() throws IOException {
		assertThat(sentences(GOOD)).isEmpty();
	}

	@Test
	void namesEveryMissingVariableInTheFilesOrder() throws IOException {
		assertThat(sentences(Map.of("BGV_DATABASE_PASSWORD", " "))).containsExactly(
				"BGV_DATABASE_URL is missing: set it to PostgreSQL's address, such as jdbc:postgresql://postgres:5432/gateway.",
				"BGV_DATABASE_PASSWORD is missing: set it to the password of the database's role.",
				"BGV_KAFKA_BOOTSTRAP_SERVERS is missing: set it to Kafka's brokers, such as kafka1:9092,kafka2:9092.",
				"BGV_ADDRESS is missing: set it to an address such as https://bgv.example.com.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					BGV_HTTP_PORT                | eighty            | is malformed: set it to a port between 1 and 65535.
					BGV_HTTP_PORT                | 65536             | is malformed: set it to a port between 1 and 65535.
					BGV_HTTP_PORT                | -1                | is malformed: set it to a port between 1 and 65535.
					BGV_DATABASE_URL             | postgres://db/bgv | is malformed: set it to PostgreSQL's address, such as jdbc:postgresql://postgres:5432/gateway.
					BGV_DATABASE_URL             | jdbc:postgresql://db:x/bgv | is malformed: set it to PostgreSQL's address, such as jdbc:postgresql://postgres:5432/gateway.
					BGV_DATABASE_POOL            | 1                 | is malformed: set it to a number of connections, 2 or more.
					BGV_KAFKA_BOOTSTRAP_SERVERS  | kafka             | is malformed: set it to Kafka's brokers, such as kafka1:9092,kafka2:9092.
					BGV_KAFKA_BOOTSTRAP_SERVERS  | http://kafka:9092 | is malformed: set it to Kafka's brokers, such as kafka1:9092,kafka2:9092.
					BGV_KAFKA_SESSION_TIMEOUT_MS | 10s               | is malformed: set it to milliseconds as a number above 2000.
					BGV_ADDRESS                  | bgv.example.com   | is malformed: set it to an address such as https://bgv.example.com.
					BGV_ADDRESS                  | https://          | is malformed: set it to an address such as https://bgv.example.com.
					BGV_ADDRESS                  | ftp://x           | is malformed: set it to an address such as https://bgv.example.com.
					BGV_TIME                     | soon              | is malformed: set it to a time such as 1500ms, 30s, 2h or P3D.
					BGV_TIME                     | -5s               | is malformed: set it to a time such as 1500ms, 30s, 2h or P3D.
					BGV_COUNT                    | four              | is malformed: set it to a whole number.
					BGV_COUNT                    | 0                 | must be greater than or equal to 1.
					BGV_SIZE                     | big               | is malformed: set it to a size such as 50MB.
					BGV_SHAPE                    | square            | is malformed: set it to one of round, four-corners.
					BGV_USER                     | me                | and BGV_SECRET must both be set, or neither.
					""")
	void saysWhatAMalformedValueShouldBe(String variable, String value, String sentence) throws IOException {
		assertThat(sentences(with(variable, value))).containsExactly(variable + " " + sentence);
	}

	@Test
	void namesEveryFaultOfOneClass() throws IOException {
		Map<String, String> environment = new HashMap<>(GOOD);
		environment.putAll(Map.of("BGV_ADDRESS", "x", "BGV_TIME", "x", "BGV_COUNT", "x", "BGV_SIZE", "x"));
		assertThat(sentences(environment)).hasSize(4);
	}

	@Test
	void quotesNoValue() throws IOException {
		Map<String, String> environment = new HashMap<>();
		for (String variable : List.of("BGV_HTTP_PORT", "BGV_DATABASE_URL", "BGV_KAFKA_BOOTSTRAP_SERVERS",
				"BGV_ADDRESS", "BGV_TIME", "BGV_COUNT", "BGV_SIZE", "BGV_SHAPE")) {
			environment.put(variable, "pl anted");
		}
		assertThat(sentences(environment)).hasSize(9).noneMatch((sentence) -> sentence.contains("anted"));
	}

	@Test
	void wantsTwoPorts() throws IOException {
		assertThat(sentences(with("BGV_HTTP_PORT", "8180"))).singleElement()
			.asString()
			.startsWith("BGV_HTTP_PORT and BGV_MANAGEMENT_PORT must differ");
	}

	/** As tests, and people who know Spring Boot, do. */
	@Test
	void leavesPropertiesAloneThatSomethingElseFills() throws IOException {
		StandardEnvironment environment = environment(Map.of("BGV_DATABASE_PASSWORD", "s3cret",
				"BGV_KAFKA_BOOTSTRAP_SERVERS", "k1:9092", "BGV_ADDRESS", "http://x"));
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("spring.datasource.url", "whatever")));
		assertThat(new Faults(environment, (any) -> List.of(SampleProperties.class)).sentences()).isEmpty();
	}

	@Test
	void opensKeysets(@TempDir Path folder) throws IOException {
		Path junk = Files.writeString(folder.resolve("junk.json"), "{\"key\":\"planted\"}");
		String file = """
				bgv:
				  keyset-file: ${BGV_KEYSET_FILE}
				  hash-keyset-file: ${BGV_HASH_KEYSET_FILE}
				""";
		assertThat(sentences(file, Map.of("BGV_KEYSET_FILE", junk.toString()))).containsExactly(
				"BGV_KEYSET_FILE names " + junk
						+ ", which holds something else: it must be a Tink AEAD keyset as JSON.",
				"BGV_HASH_KEYSET_FILE is missing: set it to the file of a Tink PRF keyset as JSON.");
	}

	private static Map<String, String> with(String variable, String value) {
		Map<String, String> environment = new HashMap<>(GOOD);
		environment.put(variable, value);
		return environment;
	}

	private static List<String> sentences(Map<String, String> variables) throws IOException {
		return sentences(FILE, variables);
	}

	private static List<String> sentences(String file, Map<String, String> variables) throws IOException {
		return new Faults(environment(file, variables), (any) -> List.of(SampleProperties.class)).sentences();
	}

	private static StandardEnvironment environment(Map<String, String> variables) throws IOException {
		return environment(FILE, variables);
	}

	private static StandardEnvironment environment(String file, Map<String, String> variables) throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((source) -> environment.getPropertySources().remove(source.getName()));
		environment.getPropertySources()
			.addLast(new SystemEnvironmentPropertySource("systemEnvironment", Map.copyOf(variables)));
		new YamlPropertySourceLoader()
			.load("application.yml", new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)))
			.forEach(environment.getPropertySources()::addLast);
		return environment;
	}

}
