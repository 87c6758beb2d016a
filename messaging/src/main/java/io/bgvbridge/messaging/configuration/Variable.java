package io.bgvbridge.messaging.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * An environment variable that a configuration file fills a property with.
 *
 * @param name the variable
 * @param property the property
 * @param required whether the file has no default for it
 */
record Variable(String name, String property, boolean required) {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(BGV_[A-Z0-9_]+)(:?)");

	/**
	 * The variables that are in use, in the order of the files; one that fills several
	 * properties is there for each. A property that something else fills does not count.
	 */
	static List<Variable> of(ConfigurableEnvironment environment) {
		List<Variable> variables = new ArrayList<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof OriginTrackedMapPropertySource file) {
				for (String property : file.getPropertyNames()) {
					Matcher found = PLACEHOLDER.matcher(String.valueOf(file.getProperty(property)));
					if (found.find() && !isFilledBefore(source, property, environment)) {
						variables.add(new Variable(found.group(1), property, found.group(2).isEmpty()));
					}
				}
			}
		}
		return variables;
	}

	private static boolean isFilledBefore(PropertySource<?> file, String property,
			ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source == file) {
				return false;
			}
			if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
					&& source.containsProperty(property) && !isItsOwnName(source, property)) {
				return true;
			}
		}
		return false;
	}

	/** As bgv.keyset-file is also what BGV_KEYSET_FILE is for Spring. */
	private static boolean isItsOwnName(PropertySource<?> source, String property) {
		return source instanceof SystemEnvironmentPropertySource && property.startsWith("bgv.");
	}

	/** The property's value; empty if the variable is missing. */
	String value(ConfigurableEnvironment environment) {
		return isMissing(environment) ? "" : environment.getProperty(this.property, "");
	}

	boolean isMissing(ConfigurableEnvironment environment) {
		return this.required && environment.getProperty(this.name, "").isBlank();
	}

}
