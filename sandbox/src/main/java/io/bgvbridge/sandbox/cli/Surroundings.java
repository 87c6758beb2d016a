package io.bgvbridge.sandbox.cli;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.stack.Secrets;
import io.bgvbridge.sandbox.stack.StackFailure;

/**
 * What the user's environment says.
 *
 * @param variables the environment variables
 */
record Surroundings(Map<String, String> variables) {

	private static final Set<String> FOR_SERVICES = Set.of("BGV_PROVIDER_CALL_TIMEOUT", "BGV_PROVIDER_LAG",
			"BGV_ASHBY_CALL_TIMEOUT");

	static Surroundings ours() {
		return new Surroundings(System.getenv());
	}

	int portOffset() {
		String offset = this.variables.getOrDefault("BGV_PORT_OFFSET", "0");
		try {
			return Integer.parseInt(offset.strip());
		}
		catch (NumberFormatException ex) {
			throw new StackFailure("BGV_PORT_OFFSET must be a whole number, and is '" + offset + "'.");
		}
	}

	Operator operator(Secrets secrets) {
		return new Operator(this.variables.getOrDefault("BGV_ADMIN_USER", secrets.adminUser()),
				this.variables.getOrDefault("BGV_ADMIN_PASSWORD", secrets.adminPassword()));
	}

	/**
	 * The settings that the user gives to the services.
	 * @param operator the operator
	 * @return environment variables for the services
	 */
	Map<String, String> serviceSettings(Operator operator) {
		Map<String, String> settings = this.variables.entrySet()
			.stream()
			.filter((entry) -> FOR_SERVICES.contains(entry.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		settings.put("BGV_ADMIN_USER", operator.user());
		settings.put("BGV_ADMIN_PASSWORD", operator.password());
		return settings;
	}

}
