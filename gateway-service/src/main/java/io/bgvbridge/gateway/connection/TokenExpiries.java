package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Providers' tokens that have run out, or will soon. No provider tells; an operator said
 * so when the token was handed over.
 */
@Component
public class TokenExpiries implements MeterBinder {

	private static final Logger log = LoggerFactory.getLogger(TokenExpiries.class);

	private static final String NOT_DELETED = " from connection where status <> 'DELETED' and token_expires_at";

	private final JdbcClient jdbc;

	private final Duration warning;

	TokenExpiries(JdbcClient jdbc, ConnectionProperties properties) {
		this.jdbc = jdbc;
		this.warning = properties.tokenExpiryWarning();
	}

	/**
	 * What should be done about a connection's token.
	 * @return null as long as the token is good, or nobody said when it runs out
	 */
	@Nullable String words(Connection connection) {
		Instant end = connection.setup().tokenExpiresAt();
		Instant now = Instant.now();
		if (end == null || end.isAfter(now.plus(this.warning))) {
			return null;
		}
		String day = end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
		return "The API token of " + connection.provider().label()
				+ (end.isAfter(now) ? " runs out on " : " ran out on ") + day
				+ ". Make a new one in its portal and change provider.apiToken.";
	}

	/** Says each of them in the log. */
	public void warn() {
		this.jdbc.sql("select *" + NOT_DELETED + " <= ? order by token_expires_at")
			.param(utc(Instant.now().plus(this.warning)))
			.query(TokenExpiries::expiring)
			.list()
			.forEach((expiring) -> log.warn("connection.token-expiring connection={} provider={} expiresAt={} days={}",
					expiring.connection().connectionId(), expiring.connection().provider().code(), expiring.end(),
					Duration.between(Instant.now(), expiring.end()).toDays()));
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		gauge(meters, "soon", () -> count(Instant.now(), Instant.now().plus(this.warning)));
		gauge(meters, "expired", () -> count(Instant.EPOCH, Instant.now()));
	}

	private static void gauge(MeterRegistry meters, String state, Supplier<Number> count) {
		Gauge.builder("bgv.connection.tokens.expiring", count)
			.tag("state", state)
			.description("Connections whose provider's token runs out within the warning, or has run out")
			.register(meters);
	}

	/** Not a number while PostgreSQL is away: zero would say that all is well. */
	private double count(Instant after, Instant until) {
		try {
			return this.jdbc.sql("select count(*)" + NOT_DELETED + " > ? and token_expires_at <= ?")
				.params(utc(after), utc(until))
				.query(Long.class)
				.single();
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private static Expiring expiring(ResultSet row, int number) throws SQLException {
		Connection connection = ConnectionStore.connection(row);
		return new Expiring(connection, Objects.requireNonNull(connection.setup().tokenExpiresAt()));
	}

	/**
	 * A connection and the end of its token.
	 *
	 * @param connection the connection
	 * @param end when the token runs out
	 */
	private record Expiring(Connection connection, Instant end) {

	}

}
