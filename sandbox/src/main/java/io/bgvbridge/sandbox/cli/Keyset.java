package io.bgvbridge.sandbox.cli;

import java.nio.file.Path;

import io.bgvbridge.sandbox.stack.KeysetRotation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bgv keyset}: rotates the keys of a keyset file while services run.
 */
@Command(name = "keyset", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(list | add | promote)",
		description = {
				"Rotates the keys of a Tink keyset in a JSON file, which running services read again within"
						+ " seconds.",
				"First 'add' everywhere, then, when every instance has read the file, 'promote' everywhere.",
				"Older keys stay: what they sealed must be opened still." })
final class Keyset {

	@Spec
	private @Nullable CommandSpec spec;

	@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys; none of their secrets.")
	int list(@Parameters(paramLabel = "FILE", description = "The keyset.") Path file) {
		for (KeysetRotation.Key key : new KeysetRotation(file).keys()) {
			say(key.id() + (key.primary() ? "  seals" : "  opens"));
		}
		return 0;
	}

	@Command(name = "add", mixinStandardHelpOptions = true,
			description = "Adds a key that opens, and does not seal yet. Prints its id.")
	int add(@Parameters(paramLabel = "FILE", description = "The keyset.") Path file) {
		say(Long.toString(new KeysetRotation(file).add()));
		return 0;
	}

	@Command(name = "promote", mixinStandardHelpOptions = true, description = "Lets a key seal from now on.")
	int promote(@Parameters(paramLabel = "FILE", description = "The keyset.") Path file,
			@Parameters(paramLabel = "ID", description = "The key's id, as 'add' printed it.") long id) {
		new KeysetRotation(file).promote(id);
		return list(file);
	}

	private void say(String line) {
		Journal.commandLine(this.spec).getOut().println(line);
	}

}
