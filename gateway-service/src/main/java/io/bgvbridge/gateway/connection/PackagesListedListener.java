package io.bgvbridge.gateway.connection;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.schemas.ListedPackage;
import io.bgvbridge.schemas.PackagesListed;
import io.bgvbridge.schemas.Topics;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes what can be ordered over connections.
 */
@Component
final class PackagesListedListener {

	private final Packages packages;

	PackagesListedListener(Packages packages) {
		this.packages = packages;
	}

	@KafkaListener(topics = { Topics.PACKAGES_LISTED, Topics.PACKAGES_LISTED + Topics.REDRIVE_TO_GATEWAY })
	void on(PackagesListed event) {
		this.packages.replace(listing(event));
	}

	private static Listing listing(PackagesListed event) {
		return new Listing(event.getEventId(), event.getConnectionId(), event.getOccurredAt(),
				event.getPackages().stream().map((listed) -> orderable(event.getConnectionId(), listed)).toList(),
				event.getCreditBalance(), required(event));
	}

	/** Without what a newer service may know of. */
	private static Set<CandidateNeed> required(PackagesListed event) {
		return Arrays.stream(CandidateNeed.values())
			.filter((need) -> event.getRequiredFields().contains(need.name()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static OrderablePackage orderable(UUID connectionId, ListedPackage listed) {
		UUID assessmentTypeId = Generators.nameBasedGenerator(connectionId).generate(listed.getPackageKey());
		return new OrderablePackage(assessmentTypeId, listed.getPackageKey(), listed.getName(), listed.getDescription(),
				true);
	}

}
