package io.bgvbridge.gateway.upkeep;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.verification.Reports;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How connections end.
 */
@GatewayTest
class DrainTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Drains drains;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub ashby = new VendorStub();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.ashby.answersCandidate("9876543210"));
	}

	@AfterEach
	void close() {
		this.ashby.close();
	}

	@Test
	void startsNothingNewAndLetsWhatIsOpenGoOn() {
		UUID open = start("a-1");
		delete("");
		assertThat(list()).isEqualTo("[]");
		Caller.Answer refused = this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), "a-2"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("is being removed");
		assertThat(operator().post(path() + "/disable", "").status()).isEqualTo(409);
		assertThat(operator().post(path() + "/test", "").status()).isEqualTo(202);
		pass();
		assertThat(status()).isEqualTo("DRAINING");
		this.reports.ended(id(), open, 2, VerificationState.COMPLETED_CLEAR);
		pass();
		assertThat(status()).as("not delivered yet").isEqualTo("DRAINING");
		this.reports.delivered(id(), open, 2, true);
		this.drains.run();
		assertThat(status()).as("something has just moved").isEqualTo("DRAINING");
		pass();
		assertThat(status()).isEqualTo("DELETED");
		assertThat(changes()).extracting(ConnectionChanged::getStatus)
			.endsWith(ConnectionStatus.DRAINING, ConnectionStatus.DELETED);
	}

	@Test
	void keepsNothingSecretAndNobody() {
		UUID check = start("a-1");
		this.reports.ended(id(), check, 2, VerificationState.COMPLETED_CLEAR);
		this.reports.delivered(id(), check, 2, true);
		delete("");
		pass();
		assertThat(this.jdbc.sql("""
				select num_nulls(credentials, token_hash, callback_secret_hash, webhook_secrets, signing_secrets)
				from connection where connection_id = ?
				""").param(id()).query(Integer.class).single()).isEqualTo(5);
		assertThat(this.jdbc.sql("select person is null from assessment where assessment_id = ?")
			.param(check)
			.query(Boolean.class)
			.single()).isTrue();
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<OperationRequested>published(check)
				.stream()
				.anyMatch((operation) -> operation.getOperation() == Operation.ERASE_CHECK));
		assertThat(changes().getLast().getSealedCredentials()).isNull();
		assertThat(this.joined.ashby().post("/ashby/assessment.list", "{}").status()).isEqualTo(401);
		assertThat(this.samples.stranger()
			.authorized("Bearer " + this.joined.callbackSecret())
			.post("/callbacks/springverify/" + id(), "{}")
			.status()).isIn(401, 404);
		byte[] ping = Samples.file("ping.json").getBytes(StandardCharsets.UTF_8);
		assertThat(this.samples.stranger()
			.postSigned("/ashby/webhooks/" + id(), ping, Samples.signature(Samples.WEBHOOK_SECRET, ping))
			.status()).isEqualTo(401);
		assertThat(operator().get(path()).status()).isEqualTo(410);
		assertThat(operator().patch(path(), "{}").status()).isEqualTo(410);
		assertThat(operator().post(path() + "/test", "").status()).isEqualTo(410);
		assertThat(operator().get("/api/connections").text()).doesNotContain(id().toString());
		assertThat(operator().get("/api/connections?deleted=true").text()).contains(id().toString());
		assertThat(operator().get("/api/verifications/" + check).status()).isEqualTo(200);
		assertThat(this.jdbc.sql("select enabled from work_budget where connection_id = ?")
			.param(id())
			.query(Boolean.class)
			.single()).isFalse();
	}

	@Test
	void cancelsWhatIsOpenIfItIsForced() {
		UUID open = start("a-1");
		delete("?force=true");
		pass();
		assertThat(this.jdbc.sql("select closed_at is not null from assessment where assessment_id = ?")
			.param(open)
			.query(Boolean.class)
			.single()).isTrue();
		pass();
		assertThat(status()).as("its cancel is not done yet").isEqualTo("DRAINING");
		this.reports.ended(id(), open, 2, VerificationState.CANCELLED);
		this.reports.delivered(id(), open, 2, false);
		pass();
		assertThat(status()).isEqualTo("DELETED");
		assertThat(this.jdbc.sql("select action from audit where subject = ? or assessment_id = ?")
			.params(id().toString(), open)
			.query(String.class)
			.list()).contains("connection.delete-forced", "check.cancel");
	}

	@Test
	void doesNotWaitForAnUpdateThatWillNotCome() {
		UUID check = start("a-1");
		this.reports.ended(id(), check, 2, VerificationState.COMPLETED_CLEAR);
		delete("");
		this.jdbc.sql("update verification set changed_at = now() - interval '3 days' where assessment_id = ?")
			.param(check)
			.update();
		pass();
		assertThat(status()).isEqualTo("DELETED");
	}

	@Test
	void waitsForSomebodyWhoStillTries() {
		UUID check = start("a-1");
		this.reports.ended(id(), check, 2, VerificationState.COMPLETED_CLEAR);
		this.reports.delivered(id(), check, 2, true);
		this.jdbc.sql("""
				insert into waiting (assessment_id, service, kind, reason, outcome, attempt, reported_at)
				values (?, 'sync-service', 'report-file', 'UNAVAILABLE', 'WAITING', 1, now() - interval '1 hour')
				""").param(check).update();
		delete("");
		pass();
		assertThat(status()).isEqualTo("DRAINING");
		this.jdbc.sql("update waiting set outcome = 'GIVEN_UP' where assessment_id = ?").param(check).update();
		pass();
		assertThat(status()).isEqualTo("DELETED");
	}

	private UUID start(String application) {
		Caller.Answer answer = this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), application));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		UUID assessmentId = UUID.fromString(answer.json().path("results").path("assessment_id").asString());
		this.reports.updated(id(), assessmentId, 1, VerificationState.IN_PROGRESS);
		return assessmentId;
	}

	private void delete(String query) {
		Caller.Answer answer = operator().delete(path() + query);
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.json().path("status").asString()).isEqualTo("DRAINING");
	}

	/** The job, after ten quiet minutes. */
	private void pass() {
		for (String table : List.of("verification.changed_at", "connection.status_since", "assessment.closed_at",
				"waiting.reported_at")) {
			String[] parts = table.split("\\.");
			String mine = parts[0].equals("waiting")
					? "assessment_id in (select assessment_id from assessment where connection_id = ?)"
					: "connection_id = ?";
			this.jdbc
				.sql("update %1$s set %2$s = least(%3$s, now()) - interval '10 minutes' where %3$s is not null and %4$s"
					.formatted(parts[0], parts[1], parts[1], mine))
				.param(id())
				.update();
		}
		this.jdbc.sql("""
				update delivery set delivered_at = least(delivered_at, now()) - interval '10 minutes'
				where assessment_id in (select assessment_id from assessment where connection_id = ?)
				""").param(id()).update();
		this.drains.run();
	}

	private String status() {
		return this.jdbc.sql("select status from connection where connection_id = ?")
			.param(id())
			.query(String.class)
			.single();
	}

	private String list() {
		return this.joined.ashby().post("/ashby/assessment.list", "{}").json().path("results").toString();
	}

	private List<ConnectionChanged> changes() {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<ConnectionChanged>published(id()),
					(changes) -> changes.getLast().getStatus() == ConnectionStatus.DELETED);
	}

	private UUID id() {
		return this.joined.connectionId();
	}

	private String path() {
		return "/api/connections/" + id();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
