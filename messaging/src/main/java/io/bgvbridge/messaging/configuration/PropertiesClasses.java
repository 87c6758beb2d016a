package io.bgvbridge.messaging.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The product's classes that take properties, bound and validated before anything uses
 * them.
 */
final class PropertiesClasses {

	private static final String OURS = "io.bgvbridge";

	private PropertiesClasses() {
	}

	/** Those on the class path, which are known by their names' end. */
	static List<Class<?>> onClassPath(ResourceLoader loader) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.setResourceLoader(loader);
		scanner.setResourcePattern("**/*Properties.class");
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		return scanner.findCandidateComponents(OURS)
			.stream()
			.<Class<?>>map((candidate) -> ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()),
					loader.getClassLoader()))
			.toList();
	}

	/**
	 * Binds classes.
	 * @param binding hears of each property
	 * @return the violated constraints' messages by property; one of a class as a whole
	 * is by the name of its method
	 */
	static Map<String, String> violations(List<Class<?>> types, Environment environment, Binding binding) {
		Map<String, String> violations = new HashMap<>();
		Binder binder = Binder.get(environment);
		try (ValidatorFactory factory = validators()) {
			for (Class<?> type : types) {
				violations.putAll(violations(type, binder, binding, factory.getValidator()));
			}
		}
		return violations;
	}

	private static Map<String, String> violations(Class<?> type, Binder binder, Binding binding, Validator validator) {
		ConfigurationProperties properties = AnnotatedElementUtils.getMergedAnnotation(type,
				ConfigurationProperties.class);
		String prefix = (properties != null) ? properties.prefix() : "";
		Map<String, String> violations = new HashMap<>();
		try {
			Object bound = binder.bindOrCreate(prefix, Bindable.of(type), binding);
			for (ConstraintViolation<Object> violation : validator.validate(bound)) {
				String member = violation.getPropertyPath().iterator().next().getName();
				violations.put(prefix + "." + DataObjectPropertyName.toDashedForm(member), violation.getMessage());
			}
		}
		catch (BindException ex) {
			// Of a property that no variable fills: whoever uses the class says so.
			return Map.of();
		}
		return violations;
	}

	/** In English, wherever it runs. */
	private static ValidatorFactory validators() {
		return Validation.byDefaultProvider()
			.configure()
			.messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH,
					(context) -> Locale.ENGLISH, false))
			.buildValidatorFactory();
	}

}
