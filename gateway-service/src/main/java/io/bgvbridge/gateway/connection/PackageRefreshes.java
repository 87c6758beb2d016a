package io.bgvbridge.gateway.connection;

import java.util.UUID;

import io.bgvbridge.gateway.audit.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for a connection's packages to be listed again.
 */
@Component
public class PackageRefreshes {

	private final JdbcClient jdbc;

	private final OperationRequestedPublisher publisher;

	private final Audit audit;

	PackageRefreshes(JdbcClient jdbc, OperationRequestedPublisher publisher, Audit audit) {
		this.jdbc = jdbc;
		this.publisher = publisher;
		this.audit = audit;
	}

	/**
	 * Asks, unless it was asked less than half a minute ago: callers may be many and
	 * impatient.
	 * @param connectionId the connection
	 */
	@Transactional
	public void ask(UUID connectionId) {
		if (this.jdbc
			.sql("""
					update connection set refresh_asked_at = now() where connection_id = ? and status in ('TESTING', 'LIVE', 'FAILED')
						and (refresh_asked_at is null or refresh_asked_at < now() - interval '30 seconds')
					""")
			.param(connectionId)
			.update() == 1) {
			this.publisher.refreshPackages(connectionId);
		}
	}

	/**
	 * Asks at once.
	 * @param connectionId the connection
	 * @param operator who asks
	 */
	@Transactional
	public void demand(UUID connectionId, String operator) {
		if (this.jdbc
			.sql("update connection set refresh_asked_at = now() where connection_id = ? and status <> 'DELETED'")
			.param(connectionId)
			.update() != 1) {
			throw new UnknownConnection();
		}
		this.audit.changed(operator, "connection.refresh-packages", connectionId.toString());
		this.publisher.refreshPackages(connectionId);
	}

}
