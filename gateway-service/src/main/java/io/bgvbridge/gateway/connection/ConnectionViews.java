package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What operators see of connections.
 */
@Component
final class ConnectionViews {

	private static final String SELECT = """
			select c.*, (select count(*) from package p where p.connection_id = c.connection_id and p.listed) as packages
			from connection c
			""";

	private final JdbcClient jdbc;

	ConnectionViews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<ConnectionView> all() {
		return this.jdbc.sql(SELECT + "order by c.connection_id").query(ConnectionViews::view).list();
	}

	Optional<ConnectionView> find(UUID connectionId) {
		return this.jdbc.sql(SELECT + "where c.connection_id = ?")
			.param(connectionId)
			.query(ConnectionViews::view)
			.optional();
	}

	private static ConnectionView view(ResultSet row, int number) throws SQLException {
		Connection connection = ConnectionStore.connection(row);
		return new ConnectionView(connection.connectionId(), connection.name(), connection.status(),
				connection.provider().code(), row.getInt("packages"), row.getObject("credits", Long.class),
				connection.problem());
	}

}
