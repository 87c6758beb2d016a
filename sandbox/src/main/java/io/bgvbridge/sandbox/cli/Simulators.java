package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import io.bgvbridge.sandbox.http.SandboxServer;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bgv simulators}: the simulated vendors alone, beside services that run
 * elsewhere.
 */
@Command(name = "simulators", mixinStandardHelpOptions = true,
		description = { "Simulates Ashby and the providers for services that run elsewhere, such as in containers.",
				"Listens to other machines, with well-known keys: not for an open network. Stays until Ctrl-C." })
final class Simulators implements Callable<Integer> {

	@Option(names = "--port", defaultValue = "8090", paramLabel = "N", description = "The port (default 8090).")
	private int port = 8090;

	@Option(names = "--as", required = true, paramLabel = "URL",
			description = "How those services reach it, such as http://sandbox:8090.")
	private @Nullable URI address;

	@Option(names = "--console", paramLabel = "URL",
			description = "The console's address, for the first page: such as http://localhost:8080/console.")
	private @Nullable URI console;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws InterruptedException {
		AshbySimulator ashby = LocalProduct.ashby();
		try (SandboxServer server = SandboxServer.startForAll(this.port, Objects.requireNonNull(this.address), ashby,
				new SpringVerifySimulator(), new StackOneSimulator(), new CheckrSimulator())) {
			if (this.console != null) {
				server.console(this.console);
			}
			Journal.of(this.spec).say("The simulated vendors are at http://localhost:" + server.port() + "/");
			new CountDownLatch(1).await();
		}
		return 0;
	}

}
