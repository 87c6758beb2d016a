package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's table of environment variables against what the services read.
 */
class ReadmeTests {

	private static final Pattern READ = Pattern.compile("\\$\\{(BGV_[A-Z_]+)[:}]");

	private static final Pattern NAMED = Pattern.compile("`(BGV_[A-Z_]+)`");

	private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	@ParameterizedTest
	@CsvSource({ "gateway-service, G", "verification-service, V", "sync-service, S" })
	void namesJustTheVariablesThatAServiceReads(String service, String letter) throws IOException {
		String settings = Files.readString(ROOT.resolve(service + "/src/main/resources/application.yml"));
		assertThat(documented(letter)).isEqualTo(all(READ, settings));
	}

	private static Set<String> documented(String letter) throws IOException {
		Set<String> names = new TreeSet<>();
		for (String row : Files.readAllLines(ROOT.resolve("README.md"))) {
			String[] cells = row.split("\\|");
			if (row.startsWith("| `BGV_") && List.of(cells[3].strip().split(" ")).contains(letter)) {
				names.addAll(all(NAMED, cells[1]));
			}
		}
		return names;
	}

	private static Set<String> all(Pattern pattern, String text) {
		return new TreeSet<>(pattern.matcher(text).results().map((found) -> found.group(1)).toList());
	}

}
