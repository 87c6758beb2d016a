package io.bgvbridge.gateway.ashby;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.Cord;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class OutageTests {

	private static final Duration SOON = Duration.ofMillis(2500);

	@Autowired
	private Samples samples;

	@Autowired
	private Cord cord;

	@Autowired
	private MockProducer<String, byte[]> kafka;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void mend() {
		this.cord.mend();
		this.kafka.sendException = null;
		this.vendor.close();
		await().atMost(Duration.ofSeconds(20)).until(() -> start("mended-" + UUID.randomUUID()).status() != 503);
	}

	@Test
	void answers503WhileKafkaDoesNotAcknowledge() {
		this.kafka.sendException = new TimeoutException("no broker");
		assertUnavailable(start("app"));
		assertUnavailable(callback());
		assertThat(this.jdbc.sql("select count(*) from assessment where connection_id = ?")
			.param(this.joined.connectionId())
			.query(Long.class)
			.single()).as("the next start finds the row again").isOne();
		this.kafka.sendException = null;
		assertThat(start("app").status()).isEqualTo(200);
	}

	@Test
	void answers503WhilePostgresIsAway() {
		this.cord.cut();
		assertUnavailable(start("app"));
		assertUnavailable(this.joined.ashby().post("/ashby/assessment.list", "{}"));
		assertUnavailable(callback());
		Caller.Answer operator = this.samples.stranger().operator().get("/api/connections");
		assertUnavailable(operator);
		assertThat(operator.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(this.samples.stranger().post("/ashby/assessment.list", "{}").status())
			.as("without credentials it is certain")
			.isEqualTo(401);
	}

	@Test
	void answers503WhilePostgresSaysNothing() {
		this.cord.freeze();
		assertUnavailable(start("app"));
		assertUnavailable(callback());
	}

	private Caller.Answer start(String applicationId) {
		return this.joined.ashby().post("/ashby/assessment.start", Samples.start(this.joined.typeId(), applicationId));
	}

	private Caller.Answer callback() {
		return this.samples.stranger()
			.authorized("Bearer " + this.joined.callbackSecret())
			.post("/callbacks/springverify/" + this.joined.connectionId(), "{}");
	}

	private static void assertUnavailable(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isNotBlank();
		assertThat(answer.took()).isLessThan(SOON);
	}

}
