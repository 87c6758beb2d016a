package io.bgvbridge.setup;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SetUpTests {

	private final StringWriter said = new StringWriter();

	@Test
	void saysWhatIsMissing() {
		assertThat(run("cluster")).isEqualTo(2);
		assertThat(this.said.toString()).contains("--bootstrap-servers", "--registry");
	}

	@Test
	void failsInOneSentenceWhereNobodyAnswers() {
		assertThat(run("cluster", "--bootstrap-servers", "127.0.0.1:1", "--registry", "http://127.0.0.1:1", "--dry-run",
				"--time-out", "1s"))
			.isEqualTo(1);
		assertThat(this.said.toString()).contains("setup: failed: ", "127.0.0.1:1");
	}

	@Test
	void makesKeysetsOnceAndForTheirOwnerOnly(@TempDir Path folder) throws IOException {
		List<String> told = new ArrayList<>();
		Keysets.provide(folder, told::add);
		String first = Files.readString(folder.resolve(Keysets.ENCRYPTION_FILE));
		Keysets.provide(folder, told::add);

		assertThat(told).containsExactly("keyset.json", "call-token-keyset.json", "hash-keyset.json");
		assertThat(Files.readString(folder.resolve(Keysets.ENCRYPTION_FILE))).isEqualTo(first).contains("AesGcmKey");
		try (var files = Files.list(folder)) {
			assertThat(files).hasSize(3)
				.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
					.isEqualTo("rw-------"));
		}
	}

	private int run(String... arguments) {
		PrintWriter writer = new PrintWriter(this.said, true);
		return SetUp.run(arguments, writer, writer);
	}

}
