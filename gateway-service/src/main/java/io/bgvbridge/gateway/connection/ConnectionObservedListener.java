package io.bgvbridge.gateway.connection;

import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes what the services see of connections.
 */
@Component
final class ConnectionObservedListener {

	private final Connections connections;

	ConnectionObservedListener(Connections connections) {
		this.connections = connections;
	}

	@KafkaListener(topics = Topics.CONNECTION_OBSERVED)
	void on(ConnectionObserved event) {
		Observed observed = observed(event);
		if (observed != null) {
			this.connections.observe(observed);
		}
	}

	/** Null for what a newer service saw and this one has no word for. */
	private static @Nullable Observed observed(ConnectionObserved event) {
		Observation observation = switch (event.getObservation()) {
			case REACHABLE -> Observation.REACHABLE;
			case UNAUTHORIZED -> Observation.UNAUTHORIZED;
			case REJECTED -> Observation.REJECTED;
			case UNKNOWN -> null;
		};
		if (observation == null || event.getSide() == ConnectionSide.UNKNOWN) {
			return null;
		}
		return new Observed(event.getEventId(), event.getConnectionId(),
				(event.getSide() == ConnectionSide.ASHBY) ? Side.ASHBY : Side.PROVIDER, event.getCredentialsVersion(),
				observation);
	}

}
