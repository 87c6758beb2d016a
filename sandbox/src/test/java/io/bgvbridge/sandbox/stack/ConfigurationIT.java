package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.bgvbridge.setup.Keysets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The built services under environments that they cannot work with.
 */
class ConfigurationIT {

	private static final String DATABASE = "PostgreSQL's address, such as jdbc:postgresql://postgres:5432/gateway.";

	private static final String BROKERS = "Kafka's brokers, such as kafka1:9092,kafka2:9092.";

	private static final String ADDRESS = "an address such as https://bgv.example.com.";

	private static final String REGISTRY = "the registry's address, such as http://registry:8080/apis/registry/v3.";

	private static final String PORT = "a port between 1 and 65535.";

	private static final String TIME = "a time such as 1500ms, 30s, 2h or P3D.";

	private static final String WORDS = "a text that is not empty.";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "GATEWAY", "VERIFICATION", "SYNC" })
	void namesEverythingThatIsMissing(Service service) throws Exception {
		String output = refused(service, Map.of());
		assertThat(output.lines().filter((line) -> line.contains(" is missing: ")))
			.containsExactlyElementsOf(missing(service).stream()
				.map((sentence) -> sentence.replace(": ", " is missing: set it to "))
				.toList());
	}

	private static List<String> missing(Service service) {
		String url = "BGV_DATABASE_URL: " + DATABASE;
		String user = "BGV_DATABASE_USER: the name of the database's role.";
		String password = "BGV_DATABASE_PASSWORD: the password of the database's role.";
		String kafka = "BGV_KAFKA_BOOTSTRAP_SERVERS: " + BROKERS;
		String keyset = "BGV_KEYSET_FILE: the file of a Tink AEAD keyset as JSON.";
		String tokens = "BGV_CALL_TOKEN_KEYSET_FILE: the file of a Tink JWT MAC keyset as JSON.";
		String hashes = "BGV_HASH_KEYSET_FILE: the file of a Tink PRF keyset as JSON.";
		String registry = "BGV_SCHEMA_REGISTRY_URL: " + REGISTRY;
		return switch (service) {
			case GATEWAY -> List.of(url, user, password, kafka, "BGV_PUBLIC_URL: " + ADDRESS,
					"BGV_ADMIN_USER: " + WORDS, "BGV_ADMIN_PASSWORD: " + WORDS, "BGV_VERIFICATION_URL: " + ADDRESS,
					keyset, tokens, hashes, registry);
			case VERIFICATION -> List.of(url, user, password, kafka, keyset, tokens, hashes, registry);
			case SYNC -> List.of(url, user, password, kafka, keyset, tokens, registry, "BGV_PUBLIC_URL: " + ADDRESS,
					"BGV_VERIFICATION_URL: " + ADDRESS);
		};
	}

	@Test
	void namesEverythingThatIsMalformedAtTheGateway() throws Exception {
		Path junk = Files.writeString(this.folder.resolve("junk.json"), "{\"planted\":\"planted\"}");
		Path hashes = Files.writeString(this.folder.resolve("hashes.json"), Keysets.hashes());
		Path nowhere = this.folder.resolve("nowhere.json");
		String output = refused(Service.GATEWAY,
				Map.ofEntries(Map.entry("BGV_DATABASE_URL", "postgres://planted@db/gateway"),
						Map.entry("BGV_DATABASE_USER", "gateway"), Map.entry("BGV_DATABASE_PASSWORD", "planted"),
						Map.entry("BGV_KAFKA_BOOTSTRAP_SERVERS", "kafka"),
						Map.entry("BGV_KAFKA_SESSION_TIMEOUT_MS", "10s"), Map.entry("BGV_HTTP_PORT", "http"),
						Map.entry("BGV_PUBLIC_URL", "bgv.example.com"), Map.entry("BGV_ADMIN_USER", "admin"),
						Map.entry("BGV_ADMIN_PASSWORD", "planted"),
						Map.entry("BGV_OIDC_ISSUER", "https://login.example.com"),
						Map.entry("BGV_OIDC_CLIENT_SECRET", "planted"),
						Map.entry("BGV_VENDOR_HOSTS", "api.ashbyhq.com,https://api.checkr.com"),
						Map.entry("BGV_INBOX_KEPT", "P1D"), Map.entry("BGV_PHONE_BUDGET", "1.5 s"),
						Map.entry("BGV_ASHBY_VERSION", "latest"), Map.entry("BGV_REPEATED_START", "maybe"),
						Map.entry("BGV_VERIFICATION_URL", "http://verification:8080"),
						Map.entry("BGV_REPORT_MAX_SIZE", "many"), Map.entry("BGV_KEYSET_FILE", junk.toString()),
						Map.entry("BGV_CALL_TOKEN_KEYSET_FILE", hashes.toString()),
						Map.entry("BGV_HASH_KEYSET_FILE", nowhere.toString()),
						Map.entry("BGV_SCHEMA_REGISTRY_URL", "registry:8080")));
		assertThat(output.lines().filter((line) -> line.startsWith("BGV_"))).containsExactly(
				"BGV_DATABASE_URL is malformed: set it to " + DATABASE,
				"BGV_KAFKA_BOOTSTRAP_SERVERS is malformed: set it to " + BROKERS,
				"BGV_KAFKA_SESSION_TIMEOUT_MS is malformed: set it to milliseconds as a number above 2000.",
				"BGV_HTTP_PORT is malformed: set it to " + PORT, "BGV_PUBLIC_URL is malformed: set it to " + ADDRESS,
				"BGV_VENDOR_HOSTS must name hosts such as api.ashbyhq.com, without https:// and port, with commas between them.",
				"BGV_PHONE_BUDGET is malformed: set it to " + TIME,
				"BGV_ASHBY_VERSION must be a date such as 2026-01-01, or empty.",
				"BGV_REPEATED_START is malformed: set it to one of replay, conflict.",
				"BGV_REPORT_MAX_SIZE is malformed: set it to a size such as 50MB.",
				"BGV_KEYSET_FILE names " + junk
						+ ", which holds something else: it must be a Tink AEAD keyset as JSON.",
				"BGV_CALL_TOKEN_KEYSET_FILE names " + hashes
						+ ", which holds something else: it must be a Tink JWT MAC keyset as JSON.",
				"BGV_HASH_KEYSET_FILE names the file " + nowhere
						+ ", which is not there: mount a Tink PRF keyset as JSON.",
				"BGV_SCHEMA_REGISTRY_URL is malformed: set it to " + REGISTRY,
				"BGV_INBOX_KEPT must be longer than the 7 days that topics keep their records.",
				"BGV_OIDC_ISSUER, BGV_OIDC_CLIENT_ID and BGV_OIDC_CLIENT_SECRET must all be set, or none of them.");
		assertThat(output).doesNotContain("planted");
	}

	@Test
	void namesWhatIsMalformedAmongWhatIsMissing() throws Exception {
		String verification = refused(Service.VERIFICATION,
				Map.of("BGV_PROVIDER_CALL_TIMEOUT", "long", "BGV_WORK_CONCURRENCY", "0",
						"BGV_PROVIDER_CALLS_PER_SECOND", "fast", "BGV_CHECKR_DELETION_CONTACT", "nobody",
						"BGV_MANAGEMENT_PORT", "8082"));
		assertThat(verification.lines()).contains("BGV_PROVIDER_CALL_TIMEOUT is malformed: set it to " + TIME,
				"BGV_WORK_CONCURRENCY must be greater than or equal to 1.",
				"BGV_PROVIDER_CALLS_PER_SECOND is malformed: set it to a number.",
				"BGV_CHECKR_DELETION_CONTACT must be an e-mail address, or empty.",
				"BGV_DATABASE_URL is missing: set it to " + DATABASE,
				"BGV_HTTP_PORT and BGV_MANAGEMENT_PORT must differ: health and metrics are not for the outside.");
		String sync = refused(Service.SYNC, Map.of("BGV_ASHBY_CALLS_PER_SECOND", "0", "BGV_ASHBY_SETTLING", "a while",
				"BGV_REPORTS_AT_ONCE", "two", "BGV_ASHBY_VERSION", "latest"));
		assertThat(sync.lines()).contains("BGV_ASHBY_CALLS_PER_SECOND must be greater than or equal to 1.",
				"BGV_ASHBY_SETTLING is malformed: set it to " + TIME,
				"BGV_REPORTS_AT_ONCE is malformed: set it to a whole number.",
				"BGV_ASHBY_VERSION must be a date such as 2026-01-01, or empty.",
				"BGV_PUBLIC_URL is missing: set it to " + ADDRESS);
	}

	/** Starts a service that ends by itself, before it has begun anything. */
	private String refused(Service service, Map<String, String> environment) throws IOException, InterruptedException {
		Path log = this.folder.resolve(service.artifact() + ".log");
		Path jar = Checkout.ours().serviceJar(service.artifact());
		ProcessBuilder builder = new ProcessBuilder(Jvm.command("256m", List.of("-jar", jar.toString())))
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		Process process = builder.start();
		try {
			assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("%s ends", service).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		String output = Files.readString(log, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(output).isOne();
		assertThat(output).doesNotContain("\tat ", "Exception", "Tomcat", "HikariPool", "Flyway");
		return output;
	}

}
