package io.bgvbridge.setup;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code setup keysets}: makes the keysets that nobody made yet.
 */
@Command(name = "keysets", mixinStandardHelpOptions = true,
		description = { "Makes the keysets that are missing in a folder, readable for their owner only.",
				"Where a secret manager holds them, this is not needed." })
final class KeysetsCommand implements Callable<Integer> {

	@Parameters(paramLabel = "DIR", description = "The folder.")
	private @Nullable Path folder;

	@Option(names = "--dry-run", description = "Say what would be made, and make nothing.")
	private boolean dryRun;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		Path keysets = Objects.requireNonNull(this.folder);
		if (this.dryRun) {
			Keysets.missing(keysets).forEach(this::say);
		}
		else {
			Keysets.provide(keysets, this::say);
		}
		return CommandLine.ExitCode.OK;
	}

	private void say(String name) {
		Objects.requireNonNull(this.spec).commandLine().getOut().println("setup: make " + name);
	}

}
