package io.bgvbridge.sandbox.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeysetTests {

	private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.UTF_8);

	@TempDir
	private Path folder;

	private Path file;

	private String printed = "";

	private String problem = "";

	@BeforeEach
	void make() throws GeneralSecurityException, IOException {
		AeadConfig.register();
		this.file = this.folder.resolve("keyset.json");
		Files.writeString(this.file, TinkJsonProtoKeysetFormat.serializeKeyset(
				KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get()));
	}

	@Test
	void anAddedKeyOpensAndDoesNotSeal() throws GeneralSecurityException, IOException {
		byte[] before = keys().encrypt(PLAIN, null);
		Aead notYetRead = keys();

		assertThat(run("add")).isZero();

		assertThat(keys().decrypt(before, null)).isEqualTo(PLAIN);
		assertThat(notYetRead.decrypt(keys().encrypt(PLAIN, null), null)).isEqualTo(PLAIN);
	}

	@Test
	void aPromotedKeySealsAndTheOlderOpensStill() throws GeneralSecurityException, IOException {
		byte[] before = keys().encrypt(PLAIN, null);
		run("add");
		Aead added = keys();
		String id = this.printed.strip();

		assertThat(run("promote", id)).isZero();

		byte[] after = keys().encrypt(PLAIN, null);
		assertThat(added.decrypt(after, null)).isEqualTo(PLAIN);
		assertThat(keys().decrypt(before, null)).isEqualTo(PLAIN);
		assertThat(this.printed).contains(id + "  seals").contains("  opens");
	}

	@Test
	void aRemovedKeyOpensNoMore() throws GeneralSecurityException, IOException {
		String old = run("list") == 0 ? this.printed.split(" ")[0] : "";
		byte[] before = keys().encrypt(PLAIN, null);
		run("add");
		run("promote", this.printed.strip());
		byte[] after = keys().encrypt(PLAIN, null);

		assertThat(run("remove", old, "--yes")).isZero();

		assertThat(this.printed).doesNotContain(old).doesNotContain("opens");
		assertThat(keys().decrypt(after, null)).isEqualTo(PLAIN);
		assertThatThrownBy(() -> keys().decrypt(before, null)).isInstanceOf(GeneralSecurityException.class);
	}

	@Test
	void aRemovalSaysWhatMustHoldBeforeIt() throws IOException {
		run("add");
		String added = this.printed.strip();
		String before = Files.readString(this.file);

		assertThat(run("remove", added)).isEqualTo(1);

		assertThat(this.printed).contains("bgv_sealing_rows_older", "retention", "--yes");
		assertThat(this.file).hasContent(before);
	}

	@Test
	void theKeyThatSealsIsNotRemoved() throws IOException {
		run("add");
		run("list");
		String primary = this.printed.lines().filter((line) -> line.endsWith("seals")).findFirst().orElseThrow();
		String before = Files.readString(this.file);

		assertThat(run("remove", primary.split(" ")[0], "--yes")).isEqualTo(1);

		assertThat(this.problem).contains("promote another one first");
		assertThat(this.file).hasContent(before);
	}

	@Test
	void aKeyThatIsNotThereIsNamed() {
		assertThat(run("promote", "42")).isEqualTo(1);
		assertThat(this.problem).contains("There is no key 42");
		assertThat(run("remove", "42", "--yes")).isEqualTo(1);
		assertThat(this.problem).contains("There is no key 42");
	}

	@Test
	void aFileThatIsNoKeysetIsNamed() throws IOException {
		Files.writeString(this.file, "{}");
		assertThat(run("list")).isEqualTo(1);
		assertThat(this.problem).contains("keyset.json");
	}

	private Aead keys() throws GeneralSecurityException, IOException {
		return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(this.file), InsecureSecretKeyAccess.get())
			.getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	private int run(String command, String... more) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine line = Bgv.commandLine();
		line.setOut(new PrintWriter(out, true));
		line.setErr(new PrintWriter(err, true));
		String[] arguments = new String[3 + more.length];
		arguments[0] = "keyset";
		arguments[1] = command;
		arguments[2] = this.file.toString();
		System.arraycopy(more, 0, arguments, 3, more.length);
		int code = line.execute(arguments);
		this.printed = out.toString();
		this.problem = err.toString();
		return code;
	}

}
