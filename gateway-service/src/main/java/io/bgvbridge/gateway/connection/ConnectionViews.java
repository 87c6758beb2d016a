package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What operators see of connections.
 */
@Component
public class ConnectionViews {

	private static final String SELECT = """
			select c.*, (select count(*) from package p where p.connection_id = c.connection_id and p.listed) as packages,
				c.auto_start is not null and c.packages_listed_at is not null and not exists (
					select 1 from package p where p.connection_id = c.connection_id and p.listed
						and p.package_key = c.auto_start::json ->> 'packageKey') as rule_without_package
			from connection c
			""";

	private final JdbcClient jdbc;

	private final PublicAddresses addresses;

	private final TokenExpiries expiries;

	ConnectionViews(JdbcClient jdbc, PublicAddresses addresses, TokenExpiries expiries) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.expiries = expiries;
	}

	/**
	 * All connections.
	 * @return oldest first
	 */
	public List<ConnectionView> all() {
		return this.jdbc.sql(SELECT + "order by c.connection_id").query(this::view).list();
	}

	/**
	 * Finds a connection.
	 * @param connectionId the connection
	 * @return empty if there is none
	 */
	public Optional<ConnectionView> find(UUID connectionId) {
		return this.jdbc.sql(SELECT + "where c.connection_id = ?").param(connectionId).query(this::view).optional();
	}

	private ConnectionView view(ResultSet row, int number) throws SQLException {
		Connection connection = ConnectionStore.connection(row);
		return new ConnectionView(connection.connectionId(), connection.name(), connection.status(),
				connection.provider().code(), row.getInt("packages"), row.getObject("credits", Long.class),
				this.addresses.webhooks(connection), row.getBytes("webhook_secrets") != null,
				connection.setup().partnerId() != null, connection.setup().autoStart(), connection.setup().reportFile(),
				connection.setup().tokenExpiresAt(), problem(connection, row.getBoolean("rule_without_package")));
	}

	/** Everything that should be mended, the most urgent first. */
	private @Nullable String problem(Connection connection, boolean ruleWithoutPackage) {
		String rule = ruleWithoutPackage ? connection.provider().label()
				+ " does not offer the package of the auto-start rule, so that the rule starts nothing."
				+ " Choose another package." : null;
		String problems = Stream.of(connection.problem(), this.expiries.words(connection), rule)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return problems.isEmpty() ? null : problems;
	}

}
