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

	private final Observations observations;

	ConnectionObservedListener(Observations observations) {
		this.observations = observations;
	}

	@KafkaListener(topics = { Topics.CONNECTION_OBSERVED, Topics.CONNECTION_OBSERVED + Topics.REDRIVE_TO_GATEWAY })
	void on(ConnectionObserved event) {
		Observed observed = observed(event);
		if (observed != null) {
			this.observations.take(observed);
		}
	}

	/** Null for what a newer service saw and this one has no word for. */
	private static @Nullable Observed observed(ConnectionObserved event) {
		Observation observation = switch (event.getObservation()) {
			case REACHABLE -> Observation.REACHABLE;
			case UNAUTHORIZED -> Observation.UNAUTHORIZED;
			case REJECTED -> Observation.REJECTED;
			case UNREACHABLE -> Observation.UNREACHABLE;
			case UNINTELLIGIBLE -> Observation.UNINTELLIGIBLE;
			case UNKNOWN -> null;
		};
		if (observation == null || event.getSide() == ConnectionSide.UNKNOWN) {
			return null;
		}
		return new Observed(event.getEventId(), event.getConnectionId(),
				(event.getSide() == ConnectionSide.ASHBY) ? Side.ASHBY : Side.PROVIDER, event.getCredentialsVersion(),
				observation, event.getTestId(), null);
	}

}
