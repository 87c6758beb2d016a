package io.bgvbridge.verification.provider;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.bgvbridge.verification.provider.StatusTable.Row;

/**
 * What providers say, as the documentation shows it.
 */
final class ProviderWords {

	private static final Map<String, String> NAMES = Map.of("springverify", "SpringVerify IN", "stackone", "StackOne",
			"checkr", "Checkr");

	private ProviderWords() {
	}

	static String tables() {
		return Stream.of("springverify", "stackone", "checkr")
			.map((provider) -> "### " + NAMES.get(provider) + "\n\n" + table(StatusTable.of(provider).rows()))
			.collect(Collectors.joining("\n\n"));
	}

	private static String table(List<Row> rows) {
		return """
				| Code | The provider's word | State | Reason | Outcome | Known from |
				| --- | --- | --- | --- | --- | --- |
				""" + rows.stream().map(ProviderWords::line).collect(Collectors.joining("\n"));
	}

	private static String line(Row row) {
		return "| `%s` | %s | `%s` | %s | %s | %s |".formatted(row.code(), row.word(), row.state(), code(row.reason()),
				code(row.result()), row.source());
	}

	private static String code(Object value) {
		return (value != null) ? "`" + value + "`" : "–";
	}

}
