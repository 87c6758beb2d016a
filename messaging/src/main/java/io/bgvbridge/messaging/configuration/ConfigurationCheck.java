package io.bgvbridge.messaging.configuration;

import java.util.List;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Looks at the environment before anything is made of it: Spring by itself would start
 * half of a service, and name one fault at a time.
 */
final class ConfigurationCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		List<String> sentences = new Faults(context.getEnvironment(),
				(environment) -> PropertiesClasses.onClassPath(context))
			.sentences();
		if (!sentences.isEmpty()) {
			throw new UnusableEnvironment(sentences);
		}
	}

	/** After whoever adds properties. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
