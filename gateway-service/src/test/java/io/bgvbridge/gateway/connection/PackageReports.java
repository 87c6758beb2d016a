package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.schemas.ListedPackage;
import io.bgvbridge.schemas.PackagesListed;

import org.springframework.stereotype.Component;

/**
 * The verification service, telling what can be ordered.
 */
@Component
public class PackageReports {

	private final PackagesListedListener listener;

	private final AtomicInteger later = new AtomicInteger();

	PackageReports(PackagesListedListener listener) {
		this.listener = listener;
	}

	public void listed(UUID connectionId, Instant at, String... keys) {
		this.listener.on(event(connectionId, at, keys));
	}

	public void listedWithCredits(UUID connectionId, long credits, String... keys) {
		this.listener.on(PackagesListed.newBuilder(event(connectionId, Instant.now().plusSeconds(60), keys))
			.setCreditBalance(credits)
			.build());
	}

	public void listedRequiring(UUID connectionId, List<String> fields, String... keys) {
		this.listener.on(PackagesListed
			.newBuilder(event(connectionId, Instant.now().plusSeconds(this.later.incrementAndGet()), keys))
			.setRequiredFields(fields)
			.build());
	}

	static PackagesListed event(UUID connectionId, Instant at, String... keys) {
		return PackagesListed.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(at)
			.setConnectionId(connectionId)
			.setPackages(Arrays.stream(keys)
				.map((key) -> new ListedPackage(key, "Package " + key, "What " + key + " contains"))
				.toList())
			.setCreditBalance(41L)
			.build();
	}

	public UUID typeId(UUID connectionId, String key) {
		return Generators.nameBasedGenerator(connectionId).generate(key);
	}

}
