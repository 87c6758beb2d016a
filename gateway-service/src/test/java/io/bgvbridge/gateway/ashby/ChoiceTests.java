package io.bgvbridge.gateway.ashby;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.connection.PackageReports;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class ChoiceTests {

	private static final String LIST = "/ashby/assessment.list";

	private static final String FIELDS = "{\"success\":true,\"fields\":[{\"id\":\"candidate_phone\","
			+ "\"name\":\"Candidate phone\",\"type\":\"Phone\",\"isRequired\":false}]}";

	@Autowired
	private Samples samples;

	@Autowired
	private PackageReports packages;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void asksForARefreshOnceInAWhileWhenThereIsNothingToChoose() {
		this.joined.ashby().post(LIST, "{}");
		this.packages.listed(this.joined.connectionId(), Instant.now().plusSeconds(1));
		JsonNode empty = this.joined.ashby().post(LIST, "{}").json();
		assertThat(empty.toString()).isEqualTo("{\"success\":true,\"results\":[]}");
		this.joined.ashby().post(LIST, "{}");
		awaitRefreshes(1);
		this.jdbc.sql("update connection set refresh_asked_at = now() - interval '31 seconds' where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		this.joined.ashby().post(LIST, "{}");
		awaitRefreshes(2);
		assertThat(refreshes()).extracting(OperationRequested::getOperation).containsOnly(Operation.REFRESH_PACKAGES);
	}

	@Test
	void refreshesAtOnceForAnOperatorAndShowsThePackages() {
		String connection = "/api/connections/" + this.joined.connectionId();
		assertThat(this.samples.stranger().operator().post(connection + "/refresh-packages", "").status())
			.isEqualTo(202);
		assertThat(this.samples.stranger().operator().post(connection + "/refresh-packages", "").status())
			.isEqualTo(202);
		awaitRefreshes(2);
		this.packages.listed(this.joined.connectionId(), Instant.now().plusSeconds(1), "12:35");
		JsonNode results = this.samples.stranger().operator().get(connection + "/packages").json().path("results");
		assertThat(results).hasSize(2);
		assertThat(results.get(0).toString())
			.isEqualTo("{\"assessmentTypeId\":\"" + this.packages.typeId(this.joined.connectionId(), "12:35")
					+ "\",\"packageKey\":\"12:35\",\"name\":\"Package 12:35\",\"description\":\"What 12:35 contains\","
					+ "\"listed\":true}");
		assertThat(results.get(1).path("listed").asBoolean(true)).isFalse();
		String unknown = "/api/connections/" + java.util.UUID.randomUUID();
		assertThat(this.samples.stranger().operator().get(unknown + "/packages").status()).isEqualTo(404);
		assertThat(this.samples.stranger().operator().post(unknown + "/refresh-packages", "").status()).isEqualTo(404);
	}

	@Test
	void namesTheFieldsThatTheProviderNeedsUnderBothNames() {
		for (String path : List.of("/ashby/assessment.customField.list", "/ashby/customFields.fetch",
				"//ashby//customFields.fetch")) {
			assertThat(this.joined.ashby().post(path, "{}").text()).isEqualTo(FIELDS);
			assertThat(this.joined.ashby().sending("").post(path, "").text()).isEqualTo(FIELDS);
			assertThat(this.joined.ashby().post(path, "[").status()).isEqualTo(400);
			assertThat(this.samples.stranger().post(path, "{}").status()).isEqualTo(401);
		}
	}

	private void awaitRefreshes(int count) {
		await().atMost(Duration.ofSeconds(20)).until(() -> refreshes().size() == count);
	}

	private List<OperationRequested> refreshes() {
		return this.samples.refreshes(this.joined.connectionId());
	}

}
