package io.bgvbridge.messaging.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeysetUseTests {

	@TempDir
	private Path folder;

	private Path file() {
		return this.folder.resolve("keyset.json");
	}

	@Test
	void findsNothingWrongWithAKeysetOfItsKind() {
		Keysets.write(file(), Keysets.sealing());
		assertThat(KeysetUse.SEALING.fault(file())).isNull();
		Keysets.write(file(), Keysets.tokens());
		assertThat(KeysetUse.CALL_TOKENS.fault(file())).isNull();
		Keysets.write(file(), Keysets.hashes());
		assertThat(KeysetUse.HASHES.fault(file())).isNull();
	}

	@Test
	void refusesAKeysetOfAnotherKind() {
		Keysets.write(file(), Keysets.hashes());
		assertThat(KeysetUse.SEALING.fault(file())).contains("must be a Tink AEAD keyset");
		assertThat(KeysetUse.CALL_TOKENS.fault(file())).contains("must be a Tink JWT MAC keyset");
		Keysets.write(file(), Keysets.sealing());
		assertThat(KeysetUse.HASHES.fault(file())).contains("must be a Tink PRF keyset");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "planted", "{}", "[]", "{\"primaryKeyId\":1,\"key\":[]}",
			"{\"primaryKeyId\":\"planted\"}" })
	void refusesWhatIsNoKeysetAndQuotesNothing(String content) throws IOException {
		Files.writeString(file(), content);
		assertThat(KeysetUse.SEALING.fault(file())).contains("holds something else").doesNotContain("planted");
	}

	@Test
	void saysThatAFileIsNotThereOrCannotBeRead() throws IOException {
		assertThat(KeysetUse.SEALING.fault(file())).contains("is not there");
		Files.createDirectory(file());
		assertThat(KeysetUse.SEALING.fault(file())).contains("cannot read");
	}

}
