package io.bgvbridge.gateway.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.connection.PackageReports;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class ObstacleTests {

	@Autowired
	private Samples samples;

	@Autowired
	private PackageReports packages;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub();

	private final String applicationId = "app-" + UUID.randomUUID();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor, "{\"stageTitle\": \"Pre-Screen\", \"packageKey\": \"12:34\"}");
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void startsNothingForNobody() {
		ignores(Samples.stageChange(this.applicationId).replace("Test Candidate", " "));
	}

	@Test
	void startsNothingForOtherStages() {
		ignores(Samples.stageChange(this.applicationId).replace("Pre-Screen", "Offer"));
		ignores(Samples.stageChange(this.applicationId).replace("candidateStageChange", "candidateHire"));
	}

	@Test
	void startsNothingWithoutCredits() {
		this.packages.listedWithCredits(this.joined.connectionId(), 0, "12:34");
		ignores(Samples.stageChange(this.applicationId));
	}

	@Test
	void startsNothingForADeletedCandidate() {
		this.samples.webhook(this.joined, Samples.file("candidateDelete.json"));
		ignores(Samples.stageChange(this.applicationId));
	}

	@Test
	void startsNothingOverADisabledConnection() {
		operator().post("/api/connections/" + this.joined.connectionId() + "/disable", "");
		ignores(Samples.stageChange(this.applicationId));
	}

	@Test
	void saysThatThePackageOfTheRuleIsGone() {
		assertThat(connection().path("problem").isNull()).isTrue();
		this.packages.listed(this.joined.connectionId(), Instant.now().plusSeconds(9), "12:35");
		ignores(Samples.stageChange(this.applicationId));
		assertThat(connection().path("problem").asString()).contains("auto-start rule");
	}

	@Test
	void hasItRepeatedUntilThePackagesAreListed() {
		this.jdbc.sql("delete from package where connection_id = ?").param(this.joined.connectionId()).update();
		this.jdbc.sql("update connection set packages_listed_at = null where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		String body = Samples.stageChange(this.applicationId);
		Caller.Answer answer = this.samples.webhook(this.joined, body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isNotBlank();
		this.samples.webhook(this.joined, body);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.refreshes(this.joined.connectionId()).size() == 1);
		assertThat(this.samples.<AshbyWebhookReceived>published(this.applicationId)).isEmpty();
		this.packages.listed(this.joined.connectionId(), Instant.now(), "12:34");
		assertThat(this.samples.webhook(this.joined, body).status()).isEqualTo(200);
		assertThat(this.samples.<AshbyWebhookReceived>published(this.applicationId)).hasSize(1);
	}

	private void ignores(String body) {
		assertThat(this.samples.webhook(this.joined, body).status()).isEqualTo(200);
		assertThat(
				operator().get("/api/verifications?connectionId=" + this.joined.connectionId()).json().path("results"))
			.isEmpty();
		List<AshbyWebhookReceived> told = this.samples.published(this.applicationId);
		assertThat(told).isEmpty();
	}

	private JsonNode connection() {
		return operator().get("/api/connections/" + this.joined.connectionId()).json();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
