package io.bgvbridge.messaging.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * What is learnt while the properties classes are bound: each property's type, and whose
 * value is malformed. Binding goes on after those as if nothing had been set.
 */
final class Binding implements BindHandler {

	private final Set<String> watched;

	private final Map<String, Class<?>> types = new HashMap<>();

	private final Set<String> malformed = new HashSet<>();

	/**
	 * A binding.
	 * @param watched the properties whose failures are ours to tell
	 */
	Binding(Set<String> watched) {
		this.watched = watched;
	}

	@Override
	public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		this.types.put(name.toString(), target.getType().resolve(Object.class));
		return target;
	}

	@Override
	public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
		if (result instanceof URI address && !Address.isOne(address)
				|| result instanceof Duration time && time.isNegative()) {
			this.malformed.add(name.toString());
		}
		return result;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) throws Exception {
		if (!this.watched.contains(name.toString())) {
			throw error;
		}
		this.malformed.add(name.toString());
		return null;
	}

	/** What a property is to be set to. */
	String words(String property) {
		return Words.of(this.types.getOrDefault(property, String.class));
	}

	Set<String> malformed() {
		return this.malformed;
	}

}
