package io.bgvbridge.verification.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.messaging.work.Budget;
import io.bgvbridge.messaging.work.Budgets;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Providers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The connections that this service knows, and their keys.
 */
@Component
@EnableConfigurationProperties(ConnectionProperties.class)
public class Connections {

	/** Side of a connection: its Ashby organisation. */
	public static final String ASHBY = "ashby";

	/** Side of a connection: its provider account. */
	public static final String PROVIDER = "provider";

	/** Kind of the work that makes up for lost callbacks. */
	public static final String RECONCILE = "reconcile";

	private final JdbcClient jdbc;

	private final Budgets budgets;

	private final WorkQueue work;

	private final CredentialsSeal seal;

	private final Providers providers;

	private final ConnectionProperties properties;

	Connections(JdbcClient jdbc, Budgets budgets, WorkQueue work, Sealing sealing, JsonMapper json, Providers providers,
			ConnectionProperties properties) {
		this.jdbc = jdbc;
		this.budgets = budgets;
		this.work = work;
		this.seal = new CredentialsSeal(sealing, json);
		this.providers = providers;
		this.properties = properties;
	}

	/** Kept as the event carried it. */
	@Bean
	static SealedColumn sealedCredentials() {
		return new SealedColumn("connection", "connection_id", "sealed_credentials", Topics.CONNECTION_CHANGED);
	}

	/** Takes the newest setting; in the listener's transaction. */
	void change(Connection changed) {
		long usedBefore = providerCredentialsVersion(changed.connectionId());
		if (store(changed) == 0) {
			return;
		}
		this.budgets.set(new Budget(changed.connectionId(), ASHBY, changed.enabled(), changed.ashbyCredentialsVersion(),
				this.properties.ashbyInFlight(), this.properties.ashbySpacing()));
		this.budgets.set(new Budget(changed.connectionId(), PROVIDER, changed.enabled(),
				changed.providerCredentialsVersion(), this.properties.providerInFlight(),
				this.properties.providerSpacing().orElseGet(this.providers.get(changed.provider())::pace)));
		if (changed.isDeleted()) {
			forget(changed.connectionId());
		}
		else if (changed.providerCredentialsVersion() > usedBefore) {
			refreshPackages(changed.connectionId());
			this.work.raiseInBackground(changed.connectionId(), RECONCILE, changed.connectionId(), PROVIDER);
		}
	}

	/**
	 * Lists the packages as soon as may be, which also tests the credentials.
	 * @param connectionId the connection
	 */
	@Transactional
	public void refreshPackages(UUID connectionId) {
		this.work.raise(connectionId, ListPackages.KIND, connectionId, PROVIDER);
		// Somebody waits for it: what failed before does not make them wait longer.
		this.jdbc
			.sql("update work set due_at = least(due_at, now()) where subject_id = ? and kind = ? and claim is null")
			.params(connectionId, ListPackages.KIND)
			.update();
	}

	/** What is done for a connection by itself is done no more. */
	private void forget(UUID connectionId) {
		for (String table : List.of("work where subject_id = connection_id and", "sweep where",
				"provider_sighting where")) {
			this.jdbc.sql("delete from " + table + " connection_id = ?").param(connectionId).update();
		}
	}

	/**
	 * Whether a connection was deleted.
	 * @param connectionId the connection
	 * @return false of one that is not known (yet), too
	 */
	public boolean isDeleted(UUID connectionId) {
		return this.jdbc
			.sql("select exists (select 1 from connection where connection_id = ? and sealed_credentials is null)")
			.param(connectionId)
			.query(Boolean.class)
			.single();
	}

	/** Zero of a connection that is new. */
	private long providerCredentialsVersion(UUID connectionId) {
		return this.jdbc.sql("select provider_credentials_version from connection where connection_id = ? for update")
			.param(connectionId)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	private int store(Connection changed) {
		return this.jdbc.sql("""
				insert into connection (connection_id, version, provider, provider_credentials_version, enabled,
					sealed_credentials)
				values (:id, :version, :provider, :credentialsVersion, :enabled, :sealed)
				on conflict (connection_id) do update set version = excluded.version, provider = excluded.provider,
					provider_credentials_version = excluded.provider_credentials_version, enabled = excluded.enabled,
					sealed_credentials = excluded.sealed_credentials
				where connection.version < excluded.version
				""")
			.param("id", changed.connectionId())
			.param("version", changed.version())
			.param("provider", changed.provider())
			.param("credentialsVersion", changed.providerCredentialsVersion())
			.param("enabled", changed.enabled())
			.param("sealed", changed.sealedCredentials())
			.update();
	}

	/**
	 * The provider's name of a connection.
	 * @param connectionId the connection
	 * @return a name of the closed list
	 */
	public String provider(UUID connectionId) {
		return this.jdbc.sql("select provider from connection where connection_id = ?")
			.param(connectionId)
			.query(String.class)
			.single();
	}

	/**
	 * The provider account of a connection.
	 * @param connectionId the connection
	 * @return address and key
	 * @throws ConnectionDeleted if it was deleted
	 */
	public ProviderAccess providerAccess(UUID connectionId) {
		CredentialsSeal.Credentials opened = credentials(connectionId);
		Map<String, String> settings = opened.provider().settings();
		return new ProviderAccess(connectionId, URI.create(opened.provider().baseUrl()), opened.provider().apiToken(),
				(settings != null) ? settings : Map.of());
	}

	/**
	 * The Ashby organisation of a connection.
	 * @param connectionId the connection
	 * @return address and key
	 * @throws ConnectionDeleted if it was deleted
	 */
	public AshbyAccess ashbyAccess(UUID connectionId) {
		CredentialsSeal.Credentials opened = credentials(connectionId);
		return new AshbyAccess(URI.create(opened.ashby().baseUrl()), opened.ashby().apiKey());
	}

	private CredentialsSeal.Credentials credentials(UUID connectionId) {
		byte[] sealed = this.jdbc.sql("select sealed_credentials from connection where connection_id = ?")
			.param(connectionId)
			.query((row, number) -> Optional.ofNullable(row.getBytes(1)))
			.single()
			.orElseThrow(() -> new ConnectionDeleted(connectionId));
		return this.seal.open(connectionId, sealed);
	}

}
