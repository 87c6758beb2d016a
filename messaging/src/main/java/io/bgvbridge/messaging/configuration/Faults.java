package io.bgvbridge.messaging.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.sealing.KeysetUse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What is wrong with an environment: a sentence for each variable. No sentence quotes a
 * value.
 */
final class Faults {

	private static final Map<String, KeysetUse> KEYSETS = Map.of("bgv.keyset-file", KeysetUse.SEALING,
			"bgv.call-token-keyset-file", KeysetUse.CALL_TOKENS, "bgv.hash-keyset-file", KeysetUse.HASHES);

	private static final String HTTP = "server.port";

	private static final String MANAGEMENT = "management.server.port";

	private final ConfigurableEnvironment environment;

	private final List<Variable> variables;

	private final Binding binding;

	private final Map<String, String> violations;

	Faults(ConfigurableEnvironment environment, Function<ConfigurableEnvironment, List<Class<?>>> types) {
		this.environment = environment;
		this.variables = Variable.of(environment);
		this.binding = new Binding(this.variables.stream().map(Variable::property).collect(Collectors.toSet()));
		this.violations = this.variables.isEmpty() ? Map.of()
				: PropertiesClasses.violations(types.apply(environment), environment, this.binding);
	}

	/** The sentences, in the order of the configuration file. */
	List<String> sentences() {
		Map<String, String> sentences = new LinkedHashMap<>();
		for (Variable variable : this.variables) {
			String sentence = sentence(variable);
			if (sentence != null) {
				sentences.putIfAbsent(variable.name(), sentence);
			}
		}
		List<String> all = new ArrayList<>(sentences.values());
		all.addAll(ofSeveral());
		return all;
	}

	private @Nullable String sentence(Variable variable) {
		String property = variable.property();
		Form form = Form.known().get(property);
		KeysetUse keyset = KEYSETS.get(property);
		if (variable.isMissing(this.environment)) {
			return variable.name() + " is missing: set it to " + words(property, form, keyset) + ".";
		}
		if (keyset != null) {
			String fault = keyset.fault(Path.of(variable.value(this.environment)));
			return (fault != null) ? variable.name() + " " + fault + "." : null;
		}
		boolean malformed = (form != null) ? !form.accepts().test(variable.value(this.environment))
				: this.binding.malformed().contains(property);
		if (malformed) {
			return variable.name() + " is malformed: set it to " + words(property, form, null) + ".";
		}
		String violation = this.violations.get(property);
		return (violation != null) ? variable.name() + " " + violation + "." : null;
	}

	private String words(String property, @Nullable Form form, @Nullable KeysetUse keyset) {
		if (keyset != null) {
			return "the file of a " + keyset.words();
		}
		return (form != null) ? form.words() : this.binding.words(property);
	}

	/** Violations of a class as a whole name the variables themselves. */
	private List<String> ofSeveral() {
		List<String> sentences = new ArrayList<>(
				this.violations.values().stream().filter((message) -> message.startsWith("BGV_")).sorted().toList());
		String http = port(HTTP);
		if (!http.isEmpty() && !http.equals("0") && http.equals(port(MANAGEMENT))) {
			sentences
				.add("BGV_HTTP_PORT and BGV_MANAGEMENT_PORT must differ: health and metrics are not for the outside.");
		}
		return sentences;
	}

	private String port(String property) {
		return this.variables.stream()
			.filter((variable) -> variable.property().equals(property))
			.map((variable) -> variable.value(this.environment))
			.findAny()
			.orElse("");
	}

}
