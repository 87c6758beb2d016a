package io.bgvbridge.gateway.verification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.assessment.SearchIndex;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How checks are found.
 */
@GatewayTest
class SearchTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private SearchIndex index;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub();

	private final String applicationId = "app-" + UUID.randomUUID();

	private Joined joined;

	private UUID assessmentId;

	@BeforeEach
	void begin() {
		this.joined = this.samples.connect(this.vendor);
		this.assessmentId = start(this.joined, this.applicationId);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void findsByEachOfThem() {
		for (String text : List.of("JOSE", "josé", "D'Souza", "souza jose", "Jose.Souza@Example.com",
				this.applicationId, this.assessmentId.toString(), " jose ")) {
			assertThat(find("q=" + encoded(text))).as(text).containsExactly(this.assessmentId);
		}
		for (String text : List.of("jos", "jose rao", "jose.souza@example.co", "souza@example.com", "%", "' or 1=1",
				UUID.randomUUID().toString(), "x".repeat(500))) {
			assertThat(find("q=" + encoded(text))).as(text).isEmpty();
		}
	}

	@Test
	void findsNobodyOfAnotherConnection() {
		Joined other = this.samples.connect(this.vendor);
		UUID theirs = start(other, "app-" + UUID.randomUUID());
		assertThat(find("q=jose")).containsExactly(this.assessmentId);
		assertThat(ids("connectionId=" + other.connectionId() + "&q=jose")).containsExactly(theirs);
	}

	@Test
	void filtersTogether() {
		assertThat(find("state=REQUESTED&openOnly=true&provider=springverify")).containsExactly(this.assessmentId);
		assertThat(find("provider=checkr")).isEmpty();
		assertThat(find("olderThan=P1D")).isEmpty();
		assertThat(find("olderThan=PT0S")).containsExactly(this.assessmentId);
		this.reports.updated(this.joined.connectionId(), this.assessmentId, 1, VerificationState.REQUESTED);
		assertThat(find("state=REQUESTED")).containsExactly(this.assessmentId);
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 2, VerificationState.COMPLETED_CLEAR);
		assertThat(find("openOnly=true")).isEmpty();
		assertThat(find("openOnly=false&state=COMPLETED_CLEAR&q=jose")).containsExactly(this.assessmentId);
		assertThat(find("state=REQUESTED")).isEmpty();
		assertThat(this.samples.stranger().operator().get("/api/verifications?olderThan=soon").status()).isEqualTo(400);
	}

	@Test
	void knowsWhatWasReportedToAnEarlierRelease() {
		assertThat(awaitsFirstUpdate()).isTrue();
		this.reports.updated(this.joined.connectionId(), this.assessmentId, 1, VerificationState.INVITED);
		assertThat(awaitsFirstUpdate()).isFalse();
		this.jdbc.sql("update assessment set awaits_first_update = true where assessment_id = ?")
			.param(this.assessmentId)
			.update();
		assertThat(find("state=REQUESTED")).isEmpty();
		assertThat(find("state=INVITED")).containsExactly(this.assessmentId);
	}

	@Test
	void forgetsWhoIsErased() {
		this.reports.take(Reports.update(this.joined.connectionId(), this.assessmentId, 1, VerificationState.CANCELLED)
			.setErased(true)
			.build());
		assertThat(find("q=jose")).isEmpty();
		assertThat(terms()).isZero();
		this.index.fill();
		assertThat(terms()).isZero();
	}

	@Test
	void forgetsWhoIsDeletedInAshby() {
		this.jdbc.sql("update assessment set candidate_id = 'cand-1111-2222-3333-4444' where assessment_id = ?")
			.param(this.assessmentId)
			.update();
		this.samples.webhook(this.joined, Samples.file("candidateDelete.json"));
		assertThat(terms()).isZero();
	}

	@Test
	void indexesOlderRows() {
		this.jdbc.sql("delete from assessment_term where assessment_id = ?").param(this.assessmentId).update();
		assertThat(find("q=jose")).isEmpty();
		this.index.fill();
		assertThat(find("q=jose")).containsExactly(this.assessmentId);
		assertThat(terms()).isEqualTo(4);
	}

	private boolean awaitsFirstUpdate() {
		return this.jdbc.sql("select awaits_first_update from assessment where assessment_id = ?")
			.param(this.assessmentId)
			.query(Boolean.class)
			.single();
	}

	private long terms() {
		return this.jdbc.sql("select count(*) from assessment_term where assessment_id = ?")
			.param(this.assessmentId)
			.query(Long.class)
			.single();
	}

	private UUID start(Joined connection, String application) {
		String body = Samples.start(connection.typeId(), application)
			.replace("Asha", "José")
			.replace("\"Rao\"", "\"D'Souza\"")
			.replace("asha.rao@", "jose.souza@");
		connection.ashby().post("/ashby/assessment.start", body);
		return this.jdbc.sql("select assessment_id from assessment where application_id = ?")
			.param(application)
			.query(UUID.class)
			.single();
	}

	private List<UUID> find(String query) {
		return ids(query + "&connectionId=" + this.joined.connectionId());
	}

	private List<UUID> ids(String query) {
		return StreamSupport
			.stream(this.samples.stranger()
				.operator()
				.get("/api/verifications?" + query)
				.json()
				.path("results")
				.spliterator(), false)
			.map((check) -> UUID.fromString(check.path("assessmentId").asString()))
			.toList();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
