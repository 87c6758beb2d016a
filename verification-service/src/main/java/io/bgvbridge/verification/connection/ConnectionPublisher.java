package io.bgvbridge.verification.connection;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.ListedPackage;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.PackagesListed;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.provider.Catalogue;

import org.springframework.stereotype.Component;

/**
 * Publishes what is learned about connections, through the outbox.
 */
@Component
public class ConnectionPublisher {

	private final Outbox outbox;

	ConnectionPublisher(Outbox outbox) {
		this.outbox = outbox;
	}

	void listed(UUID connectionId, Catalogue catalogue) {
		this.outbox.add(Topics.PACKAGES_LISTED, connectionId.toString(),
				PackagesListed.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(Instant.now())
					.setConnectionId(connectionId)
					.setPackages(catalogue.packages().stream().map(ConnectionPublisher::listed).toList())
					.setCreditBalance(catalogue.credits())
					.build());
	}

	private static ListedPackage listed(Catalogue.Offer offer) {
		return ListedPackage.newBuilder()
			.setPackageKey(offer.packageKey())
			.setName(offer.name())
			.setDescription(offer.description())
			.build();
	}

	/**
	 * Says that a side answered.
	 * @param connectionId the connection
	 * @param side the side
	 * @param credentialsVersion version of the credentials that were used
	 */
	public void reachable(UUID connectionId, String side, long credentialsVersion) {
		observed(connectionId, side, credentialsVersion, Observation.REACHABLE);
	}

	/**
	 * Says that a side refused its credentials and is stopped.
	 * @param connectionId the connection
	 * @param side the side
	 * @param credentialsVersion version of the credentials that were refused
	 */
	public void unauthorized(UUID connectionId, String side, long credentialsVersion) {
		observed(connectionId, side, credentialsVersion, Observation.UNAUTHORIZED);
	}

	void rejected(UUID connectionId, String side, long credentialsVersion) {
		observed(connectionId, side, credentialsVersion, Observation.REJECTED);
	}

	private void observed(UUID connectionId, String side, long credentialsVersion, Observation observation) {
		this.outbox.add(Topics.CONNECTION_OBSERVED, connectionId.toString(),
				ConnectionObserved.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(Instant.now())
					.setConnectionId(connectionId)
					.setCredentialsVersion(credentialsVersion)
					.setSide(side.equals(Connections.ASHBY) ? ConnectionSide.ASHBY : ConnectionSide.PROVIDER)
					.setObservation(observation)
					.build());
	}

}
