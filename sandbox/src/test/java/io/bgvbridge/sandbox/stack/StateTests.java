package io.bgvbridge.sandbox.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.RawJwt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StateTests {

	@TempDir
	Path folder;

	@Test
	void keepsPasswordsUntilItIsEmptied() {
		Path path = this.folder.resolve("state");
		Secrets first = Secrets.of(StateDirectory.kept(path, false));
		assertThat(Secrets.of(StateDirectory.kept(path, false))).isEqualTo(first);
		assertThat(Secrets.of(StateDirectory.kept(path, true))).isNotEqualTo(first);
	}

	@Test
	void isTheOwnersAlone() throws Exception {
		StateDirectory state = StateDirectory.kept(this.folder.resolve("state"), false);
		Secrets.of(state);
		assertThat(permissions(state.path())).isEqualTo("rwx------");
		assertThat(permissions(state.path().resolve("secrets.json"))).isEqualTo("rw-------");
		assertThat(permissions(KeysetFile.encryption(state))).isEqualTo("rw-------");
		assertThat(permissions(KeysetFile.callTokens(state))).isEqualTo("rw-------");
	}

	@Test
	void removesLinksButNotWhatTheyPointAt() throws Exception {
		Path outside = Files.writeString(this.folder.resolve("outside"), "kept");
		StateDirectory state = StateDirectory.kept(this.folder.resolve("state"), false);
		Files.createSymbolicLink(state.path().resolve("link"), outside);
		state.delete();
		assertThat(state.path()).doesNotExist();
		assertThat(outside).hasContent("kept");
	}

	@Test
	void hidesPasswordsFromItsText() {
		Secrets secrets = Secrets.of(StateDirectory.kept(this.folder.resolve("state"), false));
		assertThat(secrets.toString()).doesNotContain(secrets.adminPassword(), secrets.databasePassword());
	}

	@Test
	void makesAnEncryptionKeysetThatTinkReads() throws Exception {
		Path file = KeysetFile.encryption(StateDirectory.kept(this.folder, false));
		Aead aead = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
			.getPrimitive(RegistryConfiguration.get(), Aead.class);
		byte[] sealed = aead.encrypt(new byte[] { 1 }, new byte[] { 2 });
		assertThat(aead.decrypt(sealed, new byte[] { 2 })).containsExactly(1);
	}

	@Test
	void makesACallTokenKeysetThatTinkReads() throws Exception {
		Path file = KeysetFile.callTokens(StateDirectory.kept(this.folder, false));
		JwtMac mac = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
			.getPrimitive(RegistryConfiguration.get(), JwtMac.class);
		String token = mac.computeMacAndEncode(RawJwt.newBuilder().setSubject("x").withoutExpiration().build());
		assertThat(token.split("\\.")).hasSize(3);
	}

	private static String permissions(Path path) throws Exception {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
