package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.bgvbridge.messaging.sealing.KeyUnknown;
import io.bgvbridge.messaging.sealing.SealBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger log = LoggerFactory.getLogger(ConnectionViews.class);

	private final JdbcClient jdbc;

	private final PublicAddresses addresses;

	private final TokenExpiries expiries;

	private final TestStore tests;

	private final Vault vault;

	ConnectionViews(JdbcClient jdbc, PublicAddresses addresses, TokenExpiries expiries, TestStore tests, Vault vault) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.expiries = expiries;
		this.tests = tests;
		this.vault = vault;
	}

	/**
	 * All connections that were not deleted.
	 * @return oldest first
	 */
	public List<ConnectionView> all() {
		return views(
				this.jdbc.sql(SELECT + "where c.status <> 'DELETED' order by c.connection_id").query(this::row).list());
	}

	/**
	 * All connections, and those that were deleted.
	 * @return oldest first
	 */
	public List<ConnectionView> allAndDeleted() {
		return views(this.jdbc.sql(SELECT + "order by c.connection_id").query(this::row).list());
	}

	/**
	 * Finds a connection that was not deleted.
	 * @param connectionId the connection
	 * @return the connection
	 * @throws org.springframework.web.server.ResponseStatusException if there is none, or
	 * it was deleted
	 */
	public ConnectionView one(UUID connectionId) {
		ConnectionView view = find(connectionId).orElseThrow(UnknownConnection::new);
		if (view.status() == Status.DELETED) {
			throw new DeletedConnection();
		}
		return view;
	}

	/**
	 * Finds a connection, deleted or not.
	 * @param connectionId the connection
	 * @return empty if there is none
	 */
	public Optional<ConnectionView> find(UUID connectionId) {
		return views(this.jdbc.sql(SELECT + "where c.connection_id = ?").param(connectionId).query(this::row).list())
			.stream()
			.findAny();
	}

	private Row row(ResultSet row, int number) throws SQLException {
		return new Row(ConnectionStore.connection(row), row.getInt("packages"), row.getObject("credits", Long.class),
				row.getBytes("webhook_secrets") != null, row.getBoolean("rule_without_package"),
				row.getBytes("credentials"));
	}

	private List<ConnectionView> views(List<Row> rows) {
		Map<UUID, ConnectionTest> found = this.tests
			.of(rows.stream().map((row) -> row.connection().connectionId()).toList());
		return rows.stream()
			.map((row) -> view(row, found.getOrDefault(row.connection().connectionId(), ConnectionTest.NONE)))
			.toList();
	}

	private ConnectionView view(Row row, ConnectionTest test) {
		Connection connection = row.connection();
		Setup setup = connection.setup();
		return new ConnectionView(connection.connectionId(), connection.name(), connection.status(),
				connection.provider().code(), row.packages(), row.credits(), this.addresses.webhooks(connection),
				row.webhookSecretSet(), setup.partnerId() != null, setup.autoStart(), setup.reportFile(),
				setup.tokenExpiresAt(), account(row), setup.retentionDays(), setup.profileLink(), test,
				problem(connection, row.ruleWithoutPackage()));
	}

	/** A list must not fail because of one row that cannot be opened. */
	private AccountView account(Row row) {
		UUID connectionId = row.connection().connectionId();
		byte[] sealed = row.credentials();
		try {
			return (sealed != null) ? AccountView.of(this.vault.credentials(connectionId, sealed).provider().settings())
					: AccountView.NONE;
		}
		catch (KeyUnknown | SealBroken ex) {
			log.warn("connection.not-opened connection={} failure={}", connectionId, ex.getClass().getSimpleName());
			return AccountView.NONE;
		}
	}

	/** Everything that should be mended, the most urgent first. */
	private @Nullable String problem(Connection connection, boolean ruleWithoutPackage) {
		if (connection.status() == Status.DELETED) {
			return null;
		}
		String rule = ruleWithoutPackage ? connection.provider().label()
				+ " does not offer the package of the auto-start rule, so that the rule starts nothing."
				+ " Choose another package." : null;
		String problems = Stream.of(connection.problem(), this.expiries.words(connection), rule)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return problems.isEmpty() ? null : problems;
	}

	/**
	 * A connection's row.
	 *
	 * @param connection the connection
	 * @param packages how many packages can be ordered
	 * @param credits orders that the account can still pay for; null if unknown
	 * @param webhookSecretSet whether webhooks can be told from forgeries
	 * @param ruleWithoutPackage whether its rule orders what is not offered
	 * @param credentials sealed; null once it was deleted
	 */
	private record Row(Connection connection, int packages, @Nullable Long credits, boolean webhookSecretSet,
			boolean ruleWithoutPackage, byte @Nullable [] credentials) {

	}

}
