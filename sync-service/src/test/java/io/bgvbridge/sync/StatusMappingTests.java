package io.bgvbridge.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second half of {@code docs/status-mapping.md} says what the code says.
 */
class StatusMappingTests {

	private static final String WRITE = "bgv.docs.write";

	private static final String BEGIN = "<!-- ashby:begin -->";

	private static final String END = "<!-- ashby:end -->";

	private static final Path FILE = Path.of("..", "docs", "status-mapping.md");

	@Test
	void tellsWhatAshbyShows() throws IOException {
		String document = Files.exists(FILE) ? Files.readString(FILE) : "# Status mapping\n";
		if (Boolean.getBoolean(WRITE)) {
			document = replaced(document);
			Files.writeString(FILE, document);
		}
		assertThat(table(document))
			.as("docs/status-mapping.md; to write it anew: ./mvnw -pl sync-service test -Dtest=%s -D%s=true",
					getClass().getSimpleName(), WRITE)
			.isEqualTo(AshbyWords.table());
	}

	private static String replaced(String document) {
		String part = BEGIN + "\n" + AshbyWords.table() + "\n" + END;
		int begin = document.indexOf(BEGIN);
		int end = document.indexOf(END);
		return (begin < 0 || end < begin) ? document.stripTrailing() + "\n\n## What Ashby shows\n\n" + part + "\n"
				: document.substring(0, begin) + part + document.substring(end + END.length());
	}

	private static String table(String document) {
		int begin = document.indexOf(BEGIN);
		int end = document.indexOf(END);
		return (begin < 0 || end < begin) ? "" : document.substring(begin + BEGIN.length(), end).strip();
	}

}
