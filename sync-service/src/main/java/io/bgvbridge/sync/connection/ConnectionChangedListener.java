package io.bgvbridge.sync.connection;

import java.net.URI;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes connections in.
 */
@Component
class ConnectionChangedListener {

	private final AshbyConnections connections;

	private final Sealing sealing;

	private final JsonMapper json;

	ConnectionChangedListener(AshbyConnections connections, Sealing sealing, JsonMapper json) {
		this.connections = connections;
		this.sealing = sealing;
		this.json = json;
	}

	@KafkaListener(id = "connection-changed", idIsGroup = false,
			topics = { Topics.CONNECTION_CHANGED, Topics.CONNECTION_CHANGED + Topics.REDRIVE_TO_SYNC })
	void on(ConnectionChanged changed) {
		this.connections.take(change(changed));
	}

	private ConnectionChange change(ConnectionChanged changed) {
		JsonNode ashby = ashby(changed);
		AshbyAccess access = (ashby == null) ? null : new AshbyAccess(URI.create(ashby.required("baseUrl").asString()),
				ashby.required("apiKey").asString());
		Wishes wishes = (ashby == null) ? Wishes.NONE
				: new Wishes(partnerId(ashby), changed.getReportFile(), profilePage(ashby));
		return new ConnectionChange(changed.getConnectionId(), changed.getVersion(),
				access != null && mayBeCalled(changed.getStatus()), changed.getAshbyCredentialsVersion(), access,
				wishes);
	}

	private static @Nullable String partnerId(JsonNode ashby) {
		return ashby.path("partnerId").asStringOpt().filter((id) -> !id.isBlank()).orElse(null);
	}

	private static @Nullable String profilePage(JsonNode ashby) {
		return ashby.path("profilePage").asStringOpt().filter((page) -> page.contains(Wishes.REFERENCE)).orElse(null);
	}

	/**
	 * A connection under test, or one that is drained, is called, too: checks are open
	 * from before.
	 */
	private static boolean mayBeCalled(ConnectionStatus status) {
		return switch (status) {
			case UNKNOWN, TESTING, LIVE, FAILED, DRAINING -> true;
			case DISABLED, DELETED -> false;
		};
	}

	/** Leaves the provider's credentials out: this service has no use for them. */
	private @Nullable JsonNode ashby(ConnectionChanged changed) {
		if (changed.getSealedCredentials() == null) {
			return null;
		}
		byte[] sealed = new byte[changed.getSealedCredentials().remaining()];
		changed.getSealedCredentials().duplicate().get(sealed);
		return this.json
			.readTree(this.sealing.open(Topics.CONNECTION_CHANGED, changed.getConnectionId().toString(), sealed))
			.required("ashby");
	}

}
