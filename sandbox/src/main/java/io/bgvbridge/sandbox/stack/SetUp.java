package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.time.Duration;

import io.bgvbridge.setup.SchemaSetup;
import io.bgvbridge.setup.SetUpFailure;
import io.bgvbridge.setup.TopicSetup;

/**
 * Topics and schemas of a stack, from the same source as the set-up job of a deployment.
 */
final class SetUp {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private SetUp() {
	}

	/**
	 * Makes the topics that are missing, on a cluster of one broker.
	 * @param bootstrapServers host and port of the broker
	 * @throws StackFailure if the broker refuses
	 */
	static void topics(String bootstrapServers) {
		run(() -> new TopicSetup(bootstrapServers, 1, LIMIT).apply((step) -> {
		}));
	}

	/**
	 * Registers the schemas that are missing.
	 * @param confluentApi the registry's Confluent-compatible API
	 * @throws StackFailure if the registry refuses
	 */
	static void schemas(URI confluentApi) {
		run(() -> new SchemaSetup(confluentApi, LIMIT).apply((subject) -> {
		}));
	}

	private static void run(Runnable setUp) {
		try {
			setUp.run();
		}
		catch (SetUpFailure ex) {
			throw new StackFailure(String.valueOf(ex.getMessage()), ex);
		}
	}

}
