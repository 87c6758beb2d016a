package io.bgvbridge.sandbox.cli;

import java.nio.file.Path;
import java.util.List;

import io.bgvbridge.sandbox.stack.KeysetRotation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bgv keyset}: rotates the keys of a keyset file while services run.
 */
@Command(name = "keyset", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(list | add | promote | remove)",
		description = {
				"Rotates the keys of a Tink keyset in a JSON file, which running services read again within"
						+ " seconds.",
				"First 'add' everywhere, then, when every instance has read the file, 'promote' everywhere.",
				"Older keys stay until nothing is sealed with them any more; then 'remove' them everywhere." })
final class Keyset {

	private static final List<String> BEFORE_REMOVAL = List.of(
			"What is sealed with this key cannot be opened any more once it is removed. Before that:",
			"  1. every instance of every service has read the file in which another key seals;",
			"  2. the metric bgv_sealing_rows_older is 0 on every service: no row is sealed with an older key;",
			"  3. since both of these held, the retention of every topic has passed, dead letters as well,",
			"     and no backup is kept that is to be restored with this file.",
			"Then run the command again with --yes. Nothing was changed.");

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

	@Command(name = "remove", mixinStandardHelpOptions = true,
			description = { "Removes a key that does not seal. What is sealed with it still is lost.",
					"Says what must hold before, and does nothing without --yes." })
	int remove(@Parameters(paramLabel = "FILE", description = "The keyset.") Path file,
			@Parameters(paramLabel = "ID", description = "The key's id, as 'list' printed it.") long id,
			@Option(names = "--yes", description = "All of it holds.") boolean certain) {
		KeysetRotation rotation = new KeysetRotation(file);
		rotation.requireRemovable(id);
		if (!certain) {
			BEFORE_REMOVAL.forEach(this::say);
			return 1;
		}
		rotation.remove(id);
		return list(file);
	}

	private void say(String line) {
		Journal.commandLine(this.spec).getOut().println(line);
	}

}
