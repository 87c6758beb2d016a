package io.bgvbridge.verification.connection;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.bgvbridge.verification.provider.Need;
import io.bgvbridge.verification.provider.Providers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What provider accounts demand of every candidate, as they said it last.
 */
@Component
public class Demands {

	private final JdbcClient jdbc;

	private final Providers providers;

	Demands(JdbcClient jdbc, Providers providers) {
		this.jdbc = jdbc;
		this.providers = providers;
	}

	void keep(UUID connectionId, Set<String> required) {
		this.jdbc.sql("update connection set required_fields = :required where connection_id = :connection")
			.param("required", required.toArray(String[]::new))
			.param("connection", connectionId)
			.update();
	}

	/**
	 * What no order over a connection goes without: what its provider needs, but for what
	 * its account is known not to demand.
	 * @param connectionId the connection, which may be unknown yet
	 * @param provider the provider's name
	 * @return the needs
	 */
	public Set<Need> of(UUID connectionId, String provider) {
		List<String> demanded = this.jdbc.sql("select unnest(required_fields) from connection where connection_id = ?")
			.param(connectionId)
			.query(String.class)
			.list();
		return this.providers.get(provider)
			.needs()
			.stream()
			.filter((need) -> demanded.isEmpty() || demanded.contains(need.name()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
	}

}
