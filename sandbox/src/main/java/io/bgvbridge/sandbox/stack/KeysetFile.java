package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;

import io.bgvbridge.setup.Keysets;

/**
 * A Tink keyset in a JSON file, as the services read it; made once.
 */
final class KeysetFile {

	private KeysetFile() {
	}

	/**
	 * The keyset that encrypts personal data and secrets.
	 * @param state the stack's folder
	 * @return the file
	 */
	static Path encryption(StateDirectory state) {
		return PrivateFile.writtenOnce(state.path().resolve(Keysets.ENCRYPTION_FILE), Keysets::encryption);
	}

	/**
	 * The keyset that signs the tokens of calls between services.
	 * @param state the stack's folder
	 * @return the file
	 */
	static Path callTokens(StateDirectory state) {
		return PrivateFile.writtenOnce(state.path().resolve(Keysets.CALL_TOKEN_FILE), Keysets::callTokens);
	}

	/**
	 * The keyset that hashes what must be found again without being kept.
	 * @param state the stack's folder
	 * @return the file
	 */
	static Path hashes(StateDirectory state) {
		return PrivateFile.writtenOnce(state.path().resolve(Keysets.HASH_FILE), Keysets::hashes);
	}

}
