package io.bgvbridge.gateway.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.assessment.Candidate;
import io.bgvbridge.gateway.assessment.People;
import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who is forgotten, when, and who is told.
 */
@GatewayTest
class ErasureTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private Retention retention;

	@Autowired
	private List<SealedColumn> columns;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private People people;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	private UUID assessmentId;

	@BeforeEach
	void begin() {
		this.joined = this.samples.connect(this.vendor);
		this.assessmentId = start();
	}

	@AfterEach
	void close() {
		this.vendor.close();
		this.jdbc.sql("update connection set retention_days = null").update();
	}

	@Test
	void anAdministratorErasesACandidateWithEachOfTheirChecks() {
		UUID other = start();
		Joined elsewhere = this.samples.connect(this.vendor);
		assertThat(candidate().name()).isEqualTo("Asha Rao");
		assertThat(candidate().email()).isEqualTo("asha.rao@example.com");
		assertThat(erase(this.assessmentId).status()).isEqualTo(202);
		OperationRequested told = told().getFirst();
		assertThat(told.getOperation()).isEqualTo(Operation.ERASE_CANDIDATE);
		assertThat(told.getCandidateId()).isEqualTo("c-1");
		assertThat(told.getConnectionId()).isEqualTo(this.joined.connectionId());
		assertThat(kept(this.assessmentId) + kept(other)).isZero();
		assertThat(candidate().standing().name()).isEqualTo("ERASED");
		assertThat(candidate().name()).isEmpty();
		assertThat(view().path("erasedAt").isNull()).isFalse();
		assertThat(view().path("timeline").toString()).contains("erasure.requested");
		assertThat(audit()).containsExactly("admin candidate.erase 202");
		assertThat(this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), "app-" + UUID.randomUUID()))
			.status()).isEqualTo(422);
		assertThat(elsewhere.ashby()
			.post("/ashby/assessment.start", Samples.start(elsewhere.typeId(), "app-" + UUID.randomUUID()))
			.status()).isEqualTo(200);
		assertThat(erase(this.assessmentId).status()).as("asked twice").isEqualTo(202);
		assertThat(erase(UUID.randomUUID()).status()).isEqualTo(404);
	}

	@Test
	void retentionForgetsWhoWasCheckedAndLeavesNoMark() {
		UUID recent = start();
		UUID open = start();
		UUID busy = start();
		closed(this.assessmentId, Duration.ofDays(11), true);
		closed(recent, Duration.ofDays(9), true);
		closed(busy, Duration.ofDays(11), false);
		this.retention.erase();
		assertThat(kept(this.assessmentId)).as("kept for ever").isOne();
		this.jdbc.sql("update connection set retention_days = 10 where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		this.retention.erase();
		assertThat(kept(this.assessmentId)).isZero();
		assertThat(List.of(kept(recent), kept(open), kept(busy))).containsOnly(1L);
		OperationRequested told = told().getFirst();
		assertThat(told.getOperation()).isEqualTo(Operation.ERASE_CHECK);
		assertThat(told.getCandidateId()).isNull();
		assertThat(view().path("erasedAt").isNull()).isFalse();
		assertThat(view().path("timeline").toString()).contains("erasure.requested");
		assertThat(audit()).containsExactly("(retention) check.erase 202");
		assertThat(start()).as("the candidate may be checked again").isNotNull();
		this.retention.erase();
		assertThat(audit()).hasSize(1);
	}

	@Test
	void retentionGetsThroughWhateverThereIs() {
		this.jdbc.sql("update connection set retention_days = 1 where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		this.jdbc
			.sql("""
					insert into assessment (assessment_id, connection_id, application_id, assessment_type_id, package_key,
						candidate_id, person, created_at, closed_at)
					select cast('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0') as uuid), ?, 'app-' || i, ?, '12:34', 'c-' || i, '\\x00', now() - interval '9 days',
						now() - interval '8 days' from generate_series(1, 230) i
					""")
			.params(this.joined.connectionId(), this.joined.typeId())
			.update();
		this.retention.erase();
		assertThat(this.jdbc.sql("select count(*) from assessment where connection_id = ? and erased_at is not null")
			.param(this.joined.connectionId())
			.query(Long.class)
			.single()).isEqualTo(230);
	}

	@Test
	void notesThatAServiceHasErased() {
		this.reports.take(Reports.update(this.joined.connectionId(), this.assessmentId, 1, VerificationState.CANCELLED)
			.setErased(true)
			.build());
		assertThat(view().path("erasedAt").isNull()).isFalse();
		assertThat(view().path("timeline").toString()).contains("personal data erased");
	}

	@Test
	void showsTheRestWhereANameCannotBeRead() {
		this.jdbc.sql("update assessment set person = '\\x01deadbeef00112233445566' where assessment_id = ?")
			.param(this.assessmentId)
			.update();
		assertThat(candidate().standing().name()).as("a key that is not here").isEqualTo("UNAVAILABLE");
		this.jdbc
			.sql("update assessment set person = (select person from assessment where assessment_id = ?)"
					+ " where assessment_id = ?")
			.params(start(), this.assessmentId)
			.update();
		assertThat(candidate().standing().name()).as("another row's").isEqualTo("UNAVAILABLE");
		assertThat(view().path("state").asString()).isEqualTo("REQUESTED");
	}

	@Test
	void listsNobodyByName() {
		assertThat(view().toString()).doesNotContain("Asha", "asha.rao");
		assertThat(operator().get("/api/verifications?connectionId=" + this.joined.connectionId()).text())
			.contains(this.assessmentId.toString())
			.doesNotContain("Asha", "candidate\"");
	}

	@Test
	void declaresWhereItKeepsWhoIsChecked() {
		assertThat(this.columns).contains(new SealedColumn("assessment", "assessment_id", "person", "assessment"));
	}

	private Candidate candidate() {
		return Objects.requireNonNull(this.people.of(List.of(this.assessmentId)).get(this.assessmentId));
	}

	private UUID start() {
		return UUID.fromString(this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), "app-" + UUID.randomUUID()))
			.json()
			.path("results")
			.path("assessment_id")
			.asString());
	}

	private void closed(UUID check, Duration ago, boolean last) {
		this.reports.updated(this.joined.connectionId(), check, 1, VerificationState.IN_PROGRESS);
		this.jdbc.sql("update verification set final = ? where assessment_id = ?").params(last, check).update();
		this.jdbc.sql("update assessment set closed_at = ? where assessment_id = ?")
			.params(Instant.now().minus(ago).atOffset(ZoneOffset.UTC), check)
			.update();
	}

	/** Whether something is still known of who is checked. */
	private long kept(UUID check) {
		return this.jdbc.sql("""
				select count(*) from assessment a where assessment_id = ? and (person is not null
					or exists (select 1 from assessment_term t where t.assessment_id = a.assessment_id))
				""").param(check).query(Long.class).single();
	}

	private List<OperationRequested> told() {
		await().atMost(Duration.ofSeconds(10)).until(() -> !events().isEmpty());
		return events();
	}

	private List<OperationRequested> events() {
		return this.samples.published(this.assessmentId);
	}

	private List<String> audit() {
		return this.jdbc.sql("select operator || ' ' || action || ' ' || answer from audit where assessment_id = ?")
			.param(this.assessmentId)
			.query(String.class)
			.list();
	}

	private Caller.Answer erase(UUID check) {
		return operator().post("/api/verifications/" + check + "/erase", "");
	}

	private JsonNode view() {
		return operator().get("/api/verifications/" + this.assessmentId).json();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
