package io.bgvbridge.verification.connection;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.ListedPackage;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.PackagesListed;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.provider.Catalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Publishes what is learned about connections, through the outbox.
 */
@Component
class ConnectionPublisher {

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
					.setRequiredFields(catalogue.required().stream().sorted().toList())
					.build());
	}

	private static ListedPackage listed(Catalogue.Offer offer) {
		return ListedPackage.newBuilder()
			.setPackageKey(offer.packageKey())
			.setName(offer.name())
			.setDescription(offer.description())
			.build();
	}

	void reachable(WorkItem item, @Nullable UUID testId) {
		observed(item, testId, Observation.REACHABLE);
	}

	void unauthorized(WorkItem item, @Nullable UUID testId) {
		observed(item, testId, Observation.UNAUTHORIZED);
	}

	void rejected(WorkItem item, @Nullable UUID testId) {
		observed(item, testId, Observation.REJECTED);
	}

	void unintelligible(WorkItem item, @Nullable UUID testId) {
		observed(item, testId, Observation.UNINTELLIGIBLE);
	}

	void unreachable(WorkItem item, @Nullable UUID testId) {
		observed(item, testId, Observation.UNREACHABLE);
	}

	private void observed(WorkItem item, @Nullable UUID testId, Observation observation) {
		this.outbox.add(Topics.CONNECTION_OBSERVED, item.connectionId().toString(),
				ConnectionObserved.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(Instant.now())
					.setConnectionId(item.connectionId())
					.setCredentialsVersion(item.credentialsVersion())
					.setSide(item.side().equals(Connections.ASHBY) ? ConnectionSide.ASHBY : ConnectionSide.PROVIDER)
					.setObservation(observation)
					.setTestId(testId)
					.build());
	}

}
