package io.bgvbridge.verification.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first half of {@code docs/status-mapping.md} says what the tables say.
 */
class StatusMappingTests {

	private static final String WRITE = "bgv.docs.write";

	private static final String BEGIN = "<!-- providers:begin -->";

	private static final String END = "<!-- providers:end -->";

	private static final Path FILE = Path.of("..", "docs", "status-mapping.md");

	@Test
	void tellsWhatProvidersSay() throws IOException {
		String document = Files.readString(FILE);
		if (Boolean.getBoolean(WRITE)) {
			document = document.substring(0, document.indexOf(BEGIN) + BEGIN.length()) + "\n\n" + ProviderWords.tables()
					+ "\n\n" + document.substring(document.indexOf(END));
			Files.writeString(FILE, document);
		}
		assertThat(document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END)).strip())
			.as("docs/status-mapping.md; to write it anew: ./mvnw -pl verification-service test -Dtest=%s -D%s=true",
					getClass().getSimpleName(), WRITE)
			.isEqualTo(ProviderWords.tables());
	}

}
