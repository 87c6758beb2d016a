package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operators' door to what can be ordered.
 */
@RestController
class PackageController {

	private final Connections connections;

	private final Packages packages;

	private final PackageRefreshes refreshes;

	PackageController(Connections connections, Packages packages, PackageRefreshes refreshes) {
		this.connections = connections;
		this.packages = packages;
		this.refreshes = refreshes;
	}

	@GetMapping("/api/connections/{connectionId}/packages")
	All packages(@PathVariable UUID connectionId) {
		Connection connection = this.connections.find(connectionId).orElseThrow(UnknownConnection::new);
		return new All(this.packages.all(connection.connectionId()));
	}

	@PostMapping("/api/connections/{connectionId}/refresh-packages")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void refresh(@PathVariable UUID connectionId, Authentication operator) {
		this.refreshes.demand(connectionId, operator.getName());
	}

	/**
	 * All packages of a connection.
	 *
	 * @param results those that the provider offers first, each by name
	 */
	record All(List<OrderablePackage> results) {

	}

}
