package io.bgvbridge.verification.provider;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * The providers that this service speaks to.
 */
@Component
public class Providers {

	private final Map<String, Provider> byKind;

	Providers(List<Provider> providers) {
		this.byKind = providers.stream().collect(Collectors.toMap(Provider::kind, Function.identity()));
	}

	/**
	 * A provider by its name.
	 * @param kind the name
	 * @return the provider
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public Provider get(String kind) {
		Provider provider = this.byKind.get(kind);
		if (provider == null) {
			throw new IllegalArgumentException("No provider is called " + kind);
		}
		return provider;
	}

}
