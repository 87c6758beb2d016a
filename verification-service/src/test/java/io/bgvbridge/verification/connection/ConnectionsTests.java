package io.bgvbridge.verification.connection;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.PackagesListed;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.RunningService;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsTests extends RunningService {

	@Autowired
	private ConnectionListener listener;

	@Autowired
	private Connections known;

	@Test
	void opensTheCredentialsOfBothSides() {
		UUID connectionId = connect();
		assertThat(this.known.provider(connectionId)).isEqualTo("recording");
		assertThat(this.known.providerAccess(connectionId).apiToken()).isEqualTo(ConnectionEvents.API_TOKEN);
		assertThat(this.known.ashbyAccess(connectionId).apiKey()).isEqualTo(ConnectionEvents.API_KEY);
		assertThat(this.known.providerAccess(connectionId).toString() + this.known.ashbyAccess(connectionId))
			.doesNotContain("planted");
	}

	@Test
	void givesBothSidesABudget() {
		UUID connectionId = connect();
		assertThat(budgets(connectionId)).containsExactly(new Limits("ashby", true, 1, 1),
				new Limits("provider", true, 1, 1));
	}

	@Test
	void ignoresAnOlderVersion() {
		UUID connectionId = UUID.randomUUID();
		change(connectionId, 3, ConnectionStatus.LIVE, "https://new.example", "https://ashby.example");
		change(connectionId, 2, ConnectionStatus.DISABLED, "https://old.example", "https://ashby.example");
		change(connectionId, 3, ConnectionStatus.DISABLED, "https://old.example", "https://ashby.example");
		assertThat(this.known.providerAccess(connectionId).baseUrl()).hasToString("https://new.example");
		assertThat(budgets(connectionId)).allSatisfy((limits) -> assertThat(limits.enabled()).isTrue())
			.extracting(Limits::credentialsVersion)
			.containsExactly(3L, 3L);
	}

	@Test
	void restsWhileDisabledOrDeleted() {
		for (ConnectionStatus status : List.of(ConnectionStatus.DISABLED, ConnectionStatus.DELETED)) {
			UUID connectionId = connect();
			change(connectionId, 2, status, "https://provider.example", "https://ashby.example");
			assertThat(budgets(connectionId)).extracting(Limits::enabled).containsExactly(false, false);
			change(connectionId, 3, ConnectionStatus.LIVE, "https://provider.example", "https://ashby.example");
			assertThat(budgets(connectionId)).extracting(Limits::enabled).containsExactly(true, true);
		}
	}

	@Test
	void takesTheLastRecordOfADeletedConnection() {
		UUID connectionId = connect();
		this.known.change(new Connection(connectionId, 2, "recording", 1, 1, false, null));
		assertThat(this.jdbc.sql("select count(*) from connection where sealed_credentials is null")
			.query(Integer.class)
			.single()).isOne();
		assertThat(budgets(connectionId)).extracting(Limits::enabled).containsExactly(false, false);
	}

	@Test
	void listsThePackagesOfANewConnectionAndAgainLater() {
		UUID connectionId = connect();
		work(connectionId, ListPackages.KIND);
		assertThat(published(Topics.PACKAGES_LISTED, connectionId, PackagesListed.class)).singleElement()
			.satisfies((listed) -> {
				assertThat(listed.getCreditBalance()).isEqualTo(41L);
				assertThat(listed.getPackages()).singleElement()
					.satisfies((offer) -> assertThat(offer.getPackageKey()).isEqualTo("12:34"));
			});
		assertObserved(connectionId, 1, Observation.REACHABLE);
		assertThat(wait(connectionId, ListPackages.KIND)).isBetween(java.time.Duration.ofMinutes(59),
				java.time.Duration.ofMinutes(60));
	}

	@Test
	void saysWhatTheAccountDemands() {
		UUID connectionId = connect();
		this.provider.lists(() -> new io.bgvbridge.verification.provider.Catalogue(List.of(), null,
				java.util.Set.of("PHONE", "EMAIL")));
		work(connectionId, ListPackages.KIND);
		assertThat(published(Topics.PACKAGES_LISTED, connectionId, PackagesListed.class)).singleElement()
			.satisfies((listed) -> assertThat(listed.getRequiredFields()).containsExactly("EMAIL", "PHONE"));
	}

	@Test
	void listsThePackagesAgainForNewCredentials() {
		UUID connectionId = connect();
		work(connectionId, ListPackages.KIND);
		change(connectionId, 2, ConnectionStatus.LIVE, "https://provider.example", "https://ashby.example");
		assertThat(wait(connectionId, ListPackages.KIND)).isLessThanOrEqualTo(java.time.Duration.ZERO);
		work(connectionId, ListPackages.KIND);
		assertObserved(connectionId, 2, Observation.REACHABLE);
	}

	@Test
	void listsNoPackagesAgainForAnythingElse() {
		UUID connectionId = connect();
		work(connectionId, ListPackages.KIND);
		ConnectionChanged renamed = ConnectionChanged
			.newBuilder(this.connections.event(connectionId, 2, ConnectionStatus.LIVE, "https://provider.example",
					"https://ashby.example"))
			.setProviderCredentialsVersion(1)
			.build();

		this.listener.on(renamed);

		assertThat(wait(connectionId, ListPackages.KIND)).isGreaterThan(java.time.Duration.ofMinutes(50));
	}

	@Test
	void listsThePackagesAgainWhenAsked() {
		UUID connectionId = connect();
		work(connectionId, ListPackages.KIND);

		this.known.refreshPackages(connectionId);

		assertThat(wait(connectionId, ListPackages.KIND)).isLessThanOrEqualTo(java.time.Duration.ZERO);
	}

	@Test
	void saysThatTheTokenIsRefused() {
		UUID connectionId = connect();
		this.provider.lists(() -> {
			throw new Unauthorized("401");
		});
		work(connectionId, ListPackages.KIND);
		assertObserved(connectionId, 1, Observation.UNAUTHORIZED);
		change(connectionId, 2, ConnectionStatus.LIVE, "https://provider.example", "https://ashby.example");
		this.provider
			.lists(() -> new io.bgvbridge.verification.provider.Catalogue(List.of(), null, java.util.Set.of()));
		work(connectionId, ListPackages.KIND);
		assertObserved(connectionId, 2, Observation.REACHABLE);
	}

	@Test
	void saysThatTheProviderRefusesToList() {
		UUID connectionId = connect();
		this.provider.lists(() -> {
			throw new Rejected("422", EMAIL);
		});
		work(connectionId, ListPackages.KIND);
		assertObserved(connectionId, 1, Observation.REJECTED);
		assertThat(published(Topics.PACKAGES_LISTED, connectionId, PackagesListed.class)).isEmpty();
	}

	private void assertObserved(UUID connectionId, long version, Observation observation) {
		ConnectionObserved observed = published(Topics.CONNECTION_OBSERVED, connectionId, ConnectionObserved.class)
			.getLast();
		assertThat(observed.getObservation()).isEqualTo(observation);
		assertThat(observed.getSide()).isEqualTo(ConnectionSide.PROVIDER);
		assertThat(observed.getCredentialsVersion()).isEqualTo(version);
	}

	private List<Limits> budgets(UUID connectionId) {
		return this.jdbc.sql("""
				select side, enabled, credentials_version, in_flight_limit from work_budget
				where connection_id = ? order by side
				""").param(connectionId).query(Limits.class).list();
	}

	record Limits(String side, boolean enabled, long credentialsVersion, int inFlightLimit) {

	}

}
