package io.bgvbridge.gateway.ashby;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.OrderablePackage;
import io.bgvbridge.gateway.connection.PackageRefreshes;
import io.bgvbridge.gateway.connection.Packages;

import org.springframework.stereotype.Component;

/**
 * What Ashby's users may choose from. Nothing is asked of the provider meanwhile; but
 * when there is nothing to choose, its packages are listed again soon.
 */
@Component
class Choices {

	private final Packages packages;

	private final PackageRefreshes refreshes;

	Choices(Packages packages, PackageRefreshes refreshes) {
		this.packages = packages;
		this.refreshes = refreshes;
	}

	List<OrderablePackage> of(Connection connection) {
		if (connection.isEnding()) {
			return List.of();
		}
		UUID connectionId = connection.connectionId();
		List<OrderablePackage> listed = this.packages.listed(connectionId);
		if (listed.isEmpty()) {
			this.refreshes.ask(connectionId);
		}
		return listed;
	}

}
