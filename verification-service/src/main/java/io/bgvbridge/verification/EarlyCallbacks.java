package io.bgvbridge.verification;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Providers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Callbacks about orders that are not known here yet, sealed as they came.
 */
@Component
class EarlyCallbacks {

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final Providers providers;

	private final Connections connections;

	EarlyCallbacks(JdbcClient jdbc, Sealing sealing, Providers providers, Connections connections) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.providers = providers;
		this.connections = connections;
	}

	void keep(UUID eventId, UUID connectionId, String reference, byte[] sealed) {
		this.jdbc.sql("""
				insert into early_callback (event_id, connection_id, reference, sealed) values (?, ?, ?, ?)
				on conflict do nothing
				""").params(eventId, connectionId, reference, sealed).update();
	}

	/** Those about an order that is known now, oldest first; each is given once. */
	List<Hint> drain(Verification verification) {
		return this.jdbc.sql("""
				with gone as (
					delete from early_callback where connection_id = :connection and (reference = :reference
						or reference in (select alias from provider_alias where assessment_id = :id))
					returning sealed, received_at)
				select sealed from gone order by received_at
				""")
			.param("connection", verification.connectionId())
			.param("reference", verification.providerReference())
			.param("id", verification.assessmentId())
			.query((row, number) -> row.getBytes(1))
			.list()
			.stream()
			.map((sealed) -> hint(verification, sealed))
			.toList();
	}

	private Hint hint(Verification verification, byte[] sealed) {
		UUID connectionId = verification.connectionId();
		return this.providers.get(verification.provider())
			.hint(this.connections.providerAccess(connectionId),
					this.sealing.open(Topics.PROVIDER_CALLBACK_RECEIVED, connectionId.toString(), sealed));
	}

	/** Forgets what came of an order that is known. */
	void erase(Verification verification) {
		this.jdbc.sql("""
				delete from early_callback where connection_id = :connection and (reference = :reference
					or reference in (select alias from provider_alias where assessment_id = :id))
				""")
			.param("connection", verification.connectionId())
			.param("reference", verification.providerReference(), java.sql.Types.VARCHAR)
			.param("id", verification.assessmentId())
			.update();
	}

	/** Forgets what no order was ever known for. */
	void forget(UUID connectionId) {
		this.jdbc.sql("delete from early_callback where connection_id = ? and received_at < now() - interval '30 days'")
			.param(connectionId)
			.update();
	}

}
