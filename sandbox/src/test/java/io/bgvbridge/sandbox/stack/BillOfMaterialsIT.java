package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of what each service is made of (CycloneDX), in its jar.
 */
class BillOfMaterialsIT {

	private static final String PLACE = "META-INF/sbom/application.cdx.json";

	@ParameterizedTest
	@EnumSource
	void namesEveryLibraryOfTheJar(Service service) throws IOException {
		try (JarFile jar = new JarFile(Checkout.ours().serviceJar(service.artifact()).toFile())) {
			assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
				.as("the bill, which Maven makes only online: build without -o")
				.isEqualTo(PLACE);
			JsonNode bill = read(jar);
			assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
			assertThat(bill.path("metadata").path("component").path("name").asString()).isEqualTo(service.artifact());
			assertThat(names(bill)).contains("messaging", "spring-boot", "kafka-clients", "postgresql", "tink", "avro");
			assertThat(libraries(jar)).isNotEmpty()
				.allSatisfy((library) -> assertThat(names(bill))
					.anyMatch((name) -> library.startsWith("BOOT-INF/lib/" + name + "-")));
			assertThat(names(bill)).as("nothing of the tests").doesNotContain("assertj-core");
		}
	}

	private static JsonNode read(JarFile jar) throws IOException {
		try (InputStream content = jar.getInputStream(jar.getEntry(PLACE))) {
			return JsonMapper.shared().readTree(content);
		}
	}

	private static List<String> names(JsonNode bill) {
		return components(bill).map((component) -> component.path("name").asString()).toList();
	}

	private static Stream<JsonNode> components(JsonNode bill) {
		return StreamSupport.stream(bill.path("components").spliterator(), false);
	}

	private static List<String> libraries(JarFile jar) {
		return jar.stream()
			.map(ZipEntry::getName)
			.filter((name) -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
			// Spring Boot's own, put in when the jar is made.
			.filter((name) -> !name.contains("spring-boot-jarmode-tools"))
			.toList();
	}

}
