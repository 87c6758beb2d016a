package io.bgvbridge.messaging;

import io.bgvbridge.messaging.avro.KnownSchemas;
import io.bgvbridge.messaging.avro.RegistryUnavailable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready once every schema that the service writes has its id; from then on the registry
 * may come and go.
 */
final class RegistryHealth implements HealthIndicator {

	private final KnownSchemas schemas;

	RegistryHealth(KnownSchemas schemas) {
		this.schemas = schemas;
	}

	@Override
	public Health health() {
		try {
			return this.schemas.complete() ? Health.up().build() : Health.outOfService().build();
		}
		catch (RegistryUnavailable ex) {
			return Health.outOfService().withDetail("reason", "the schema registry does not answer").build();
		}
		catch (RuntimeException ex) {
			return Health.outOfService()
				.withDetail("reason", "a schema is not registered: run the set-up of topics and schemas")
				.build();
		}
	}

}
