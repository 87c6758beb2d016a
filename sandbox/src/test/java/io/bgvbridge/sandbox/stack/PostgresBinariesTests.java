package io.bgvbridge.sandbox.stack;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresBinariesTests {

	@TempDir
	Path folder;

	@Test
	void namesTheArchiveOfEachMachine() {
		assertThat(PostgresBinaries.archive("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
		assertThat(PostgresBinaries.archive("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
		assertThat(PostgresBinaries.archive("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
	}

	@Test
	void unpacksProgramsAndLinksOnce() throws Exception {
		Path home = PostgresBinaries.unpacked(this.folder);
		assertThat(home.resolve("bin/postgres")).isExecutable();
		try (var files = Files.list(home.resolve("lib"))) {
			assertThat(files.filter(Files::isSymbolicLink)).isNotEmpty().allMatch(Files::exists);
		}
		Files.delete(home.resolve("bin/postgres"));
		assertThat(PostgresBinaries.unpacked(this.folder).resolve("bin/postgres")).doesNotExist();
	}

}
