package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's table of environment variables against what the services read: which there
 * are, and what each is when nobody sets it.
 */
class ReadmeTests {

	private static final Pattern READ = Pattern.compile("\\$\\{(BGV_[A-Z_]+)(?::([^}]*))?}");

	private static final Pattern NAMED = Pattern.compile("`(BGV_[A-Z_]+)`");

	private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

	/** Defaults that the table has in words. */
	private static final String IN_WORDS = "BGV_VENDOR_HOSTS";

	private static final List<String> SERVICES = List.of("G", "V", "S");

	@ParameterizedTest
	@CsvSource({ "gateway-service, G", "verification-service, V", "sync-service, S" })
	void tellsTheVariablesThatAServiceReadsAndTheirDefaults(String service, String letter) throws IOException {
		String settings = Files.readString(ROOT.resolve(service + "/src/main/resources/application.yml"));
		Map<String, String> read = READ.matcher(settings)
			.results()
			.collect(Collectors.toMap((found) -> found.group(1), ReadmeTests::defaultOf, (one, same) -> {
				assertThat(same).as("defaults of one variable").isEqualTo(one);
				return one;
			}, TreeMap::new));
		read.computeIfPresent(IN_WORDS, (name, hosts) -> "Ashby's and the providers' hosts");
		assertThat(documented(letter)).isEqualTo(read);
	}

	/** Nothing for a variable that must be set. */
	private static String defaultOf(MatchResult found) {
		String value = found.group(2);
		return (value == null) ? "" : value.isEmpty() ? "empty" : value;
	}

	private static Map<String, String> documented(String letter) throws IOException {
		Map<String, String> defaults = new TreeMap<>();
		for (String row : Files.readAllLines(ROOT.resolve("README.md"))) {
			String[] cells = row.split("\\|");
			if (row.startsWith("| `BGV_") && services(cells).contains(letter)) {
				List<String> names = NAMED.matcher(cells[1]).results().map((found) -> found.group(1)).toList();
				List<String> values = Arrays.stream(cells[2].split(",")).map(String::strip).toList();
				for (int i = 0; i < names.size(); i++) {
					defaults.put(names.get(i), values.get(which(i, names, values, services(cells).indexOf(letter))));
				}
			}
		}
		return defaults;
	}

	/** A value for each name, or for each service, or one for all. */
	private static int which(int name, List<String> names, List<String> values, int service) {
		if (values.size() == 1) {
			return 0;
		}
		return (names.size() > 1) ? name : service;
	}

	private static List<String> services(String[] cells) {
		return SERVICES.stream().filter(List.of(cells[3].strip().split(" "))::contains).toList();
	}

}
