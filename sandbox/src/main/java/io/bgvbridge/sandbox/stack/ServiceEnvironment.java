package io.bgvbridge.sandbox.stack;

import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables of each service in a stack: all that a service is told.
 */
final class ServiceEnvironment {

	private ServiceEnvironment() {
	}

	static Map<String, String> of(Service service, Stack stack) {
		return of(service, 1, stack);
	}

	/** All instances know one gateway and one verification service: the first. */
	static Map<String, String> of(Service service, int instance, Stack stack) {
		Map<String, String> environment = new HashMap<>(common(service, instance, stack));
		Secrets secrets = stack.secrets();
		String gateway = "http://localhost:" + stack.ports().of(Port.GATEWAY);
		String verification = "http://127.0.0.1:" + stack.ports().of(Port.VERIFICATION);
		environment.putAll(switch (service) {
			case GATEWAY -> Map.of("BGV_PUBLIC_URL", gateway, "BGV_ADMIN_USER", secrets.adminUser(),
					"BGV_ADMIN_PASSWORD", secrets.adminPassword(), "BGV_VERIFICATION_URL", verification,
					"BGV_VENDOR_HOSTS", "localhost,127.0.0.1");
			case VERIFICATION -> Map.of();
			case SYNC -> Map.of("BGV_PUBLIC_URL", gateway, "BGV_VERIFICATION_URL", verification);
		});
		return environment;
	}

	private static Map<String, String> common(Service service, int instance, Stack stack) {
		Database database = stack.database(service);
		return Map.ofEntries(Map.entry("BGV_HTTP_PORT", Integer.toString(stack.ports().of(service.http(), instance))),
				Map.entry("BGV_MANAGEMENT_PORT", Integer.toString(stack.ports().of(service.management(), instance))),
				Map.entry("SERVER_ADDRESS", "127.0.0.1"), Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
				Map.entry("BGV_KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers()),
				Map.entry("BGV_SCHEMA_REGISTRY_URL", stack.registryApi().toString()),
				Map.entry("BGV_DATABASE_URL", database.url()), Map.entry("BGV_DATABASE_USER", database.user()),
				Map.entry("BGV_DATABASE_PASSWORD", database.password()),
				Map.entry("BGV_KEYSET_FILE", KeysetFile.encryption(stack.state()).toString()),
				Map.entry("BGV_CALL_TOKEN_KEYSET_FILE", KeysetFile.callTokens(stack.state()).toString()),
				Map.entry("BGV_HASH_KEYSET_FILE", KeysetFile.hashes(stack.state()).toString()));
	}

}
