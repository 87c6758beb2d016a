package io.bgvbridge.sync.connection;

import java.net.URI;
import java.util.Map;

import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.sync.RunningSync;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@RunningSync
class AshbyConnectionsTests {

	private static final URI ASHBY = URI.create("https://api.ashbyhq.com");

	@Autowired
	private ApplicationContext service;

	@Autowired
	private AshbyConnections connections;

	@Autowired
	private JdbcClient jdbc;

	private Organisation organisation;

	@BeforeEach
	void begin() {
		this.organisation = new Organisation(this.service);
	}

	@Test
	void keepsTheNewestVersion() {
		this.organisation.changes(2, ConnectionStatus.LIVE, 2, ASHBY, "second");
		this.organisation.changes(1, ConnectionStatus.TESTING, 1, ASHBY, "first");
		assertThat(this.connections.access(this.organisation.connectionId).apiKey()).isEqualTo("second");
		assertThat(budget()).containsEntry("credentials_version", 2L)
			.containsEntry("in_flight_limit", 4)
			.containsEntry("spacing_millis", 1L);
	}

	@Test
	void takesTheSameVersionAgain() {
		this.organisation.changes(1, ConnectionStatus.LIVE, 1, ASHBY, "first");
		this.organisation.changes(1, ConnectionStatus.LIVE, 1, ASHBY, "again");
		assertThat(this.connections.access(this.organisation.connectionId).apiKey()).isEqualTo("again");
	}

	@ParameterizedTest
	@CsvSource({ "TESTING, true", "LIVE, true", "FAILED, true", "DRAINING, true", "DISABLED, false", "DELETED, false" })
	void callsUnlessDisabledOrDeleted(ConnectionStatus status, boolean enabled) {
		this.organisation.changes(1, status, 1, ASHBY, "key");
		assertThat(budget()).containsEntry("enabled", enabled);
	}

	@Test
	void forgetsTheCredentialsOfDeletedConnection() {
		this.organisation.changes(1, ConnectionStatus.LIVE, 1, ASHBY, "key");
		this.organisation.isDeleted(2);
		assertDeleted();
	}

	@Test
	void isNotRevivedByWhatComesLate() {
		this.organisation.isDeleted(3);
		this.organisation.changes(2, ConnectionStatus.DRAINING, 2, ASHBY, "key");
		assertDeleted();
	}

	@Test
	void keepsAshbysCredentialsSealedAndTheProvidersNotAtAll() {
		this.organisation.changes(1, ConnectionStatus.LIVE, 1, ASHBY, "secret-key");
		byte[] sealed = this.jdbc.sql("select sealed_access from connection where connection_id = ?")
			.param(this.organisation.connectionId)
			.query(byte[].class)
			.single();
		assertThat(sealed).asString().doesNotContain("secret-key");
		byte[] opened = this.service.getBean(io.bgvbridge.messaging.sealing.Sealing.class)
			.open("sync.connection", this.organisation.connectionId.toString(), sealed);
		assertThat(opened).asString().contains("secret-key").doesNotContain("provider-token");
	}

	@Test
	void knowsWhatTheOrganisationWants() {
		assertThat(this.connections.wishes(this.organisation.connectionId)).isEqualTo(new Wishes(null, false, null));
		this.organisation.partnerId = "0c0c0c0c-1111-4222-8333-444444444444";
		this.organisation.reportFile = true;
		this.organisation.profilePage = "https://p.example/{reference}";
		this.organisation.changes(1, ConnectionStatus.LIVE, 1, ASHBY, "key");
		assertThat(this.connections.wishes(this.organisation.connectionId))
			.isEqualTo(new Wishes("0c0c0c0c-1111-4222-8333-444444444444", true, "https://p.example/{reference}"));
		this.organisation.partnerId = null;
		this.organisation.reportFile = false;
		this.organisation.profilePage = "https://p.example/always-the-same";
		this.organisation.changes(2, ConnectionStatus.LIVE, 1, ASHBY, "key");
		assertThat(this.connections.wishes(this.organisation.connectionId)).isEqualTo(new Wishes(null, false, null));
	}

	/** A claim from before ends as if nobody had answered. */
	private void assertDeleted() {
		assertThatExceptionOfType(Unavailable.class)
			.isThrownBy(() -> this.connections.access(this.organisation.connectionId));
		assertThat(this.connections.wishes(this.organisation.connectionId)).isEqualTo(Wishes.NONE);
		assertThat(budget()).containsEntry("enabled", false);
		assertThat(this.jdbc.sql("select sealed_access is null from connection where connection_id = ?")
			.param(this.organisation.connectionId)
			.query(Boolean.class)
			.single()).isTrue();
	}

	private Map<String, Object> budget() {
		return this.jdbc.sql("select * from work_budget where connection_id = ? and side = 'ashby'")
			.param(this.organisation.connectionId)
			.query()
			.singleRow();
	}

}
