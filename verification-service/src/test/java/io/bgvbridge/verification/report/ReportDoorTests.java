package io.bgvbridge.verification.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.CallTokens;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

class ReportDoorTests extends RunningService {

	private static final byte[] PDF = "%PDF-1.7 Plantedasha".getBytes(StandardCharsets.UTF_8);

	@Autowired
	private MockMvcTester http;

	@Autowired
	private CallTokens tokens;

	private UUID assessmentId;

	@BeforeEach
	void orderOne() {
		this.assessmentId = verification("ref-1");
		this.provider.reports(() -> Optional.of(new Report.Pdf(PDF)));
	}

	@Test
	void streamsTheReportUnderItsToken() {
		MvcTestResult answer = get(this.assessmentId, "Bearer " + token(this.assessmentId));
		assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF).body().isEqualTo(PDF);
		assertThat(answer).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		assertThat(this.provider.read).containsExactly("ref-1");
	}

	@Test
	void refusesEveryTokenButTheReportsOwn() {
		UUID other = verification("ref-2");
		assertRefused("");
		assertRefused(token(this.assessmentId));
		assertRefused("Basic " + token(this.assessmentId));
		assertRefused("Bearer ");
		assertRefused("Bearer garbage");
		assertRefused("Bearer " + token(other));
		assertRefused("Bearer " + this.tokens.issue("upload", this.assessmentId.toString()));
		assertRefused("Bearer " + token(this.assessmentId) + "x");
		assertThat(this.provider.read).isEmpty();
	}

	@Test
	void knowsNoReportOfAnUnknownVerification() {
		UUID unknown = UUID.randomUUID();
		assertThat(get(unknown, "Bearer " + token(unknown))).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void knowsNoReportBeforeTheOrder() {
		UUID requested = verification(null);
		assertThat(get(requested, "Bearer " + token(requested))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.provider.read).isEmpty();
	}

	@Test
	void knowsNoReportBeforeTheProviderHasOne() {
		this.provider.reports(Optional::empty);
		assertThat(get(this.assessmentId, "Bearer " + token(this.assessmentId))).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void saysThatTheConnectionIsGone() {
		UUID connectionId = this.jdbc.sql("select connection_id from verification").query(UUID.class).single();
		change(connectionId, 2, ConnectionStatus.DELETED, "https://provider.example", "https://ashby.example");
		assertThat(get(this.assessmentId, "Bearer " + token(this.assessmentId))).hasStatus(HttpStatus.GONE)
			.bodyText()
			.contains("was deleted");
		assertThat(this.provider.read).isEmpty();
	}

	@Test
	void saysThatTheProviderFailed() {
		this.provider.reports(() -> {
			throw new Unavailable("status 503", Sent.PERHAPS, null, null);
		});
		assertThat(get(this.assessmentId, "Bearer " + token(this.assessmentId))).hasStatus(HttpStatus.BAD_GATEWAY)
			.bodyText()
			.doesNotContain("503");
	}

	@Test
	void knowsNoReportOfAnIdThatIsNone() {
		assertThat(this.http.get().uri("/reports/{id}", "nonsense")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private void assertRefused(String authorization) {
		assertThat(get(this.assessmentId, authorization)).hasStatus(HttpStatus.UNAUTHORIZED)
			.hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
	}

	private MvcTestResult get(UUID id, String authorization) {
		return this.http.get().uri("/reports/{id}", id).header(HttpHeaders.AUTHORIZATION, authorization).exchange();
	}

	private String token(UUID id) {
		return this.tokens.issue("report", id.toString());
	}

	private UUID verification(String reference) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into verification (assessment_id, connection_id, candidate_id, package_key, provider,
					sealed_candidate, started_at, state, reason, result, revision, changed_at, provider_account,
					provider_reference)
				values (?, ?, 'c', 'p', 'recording', '', ?, 'IN_PROGRESS', 'NONE', 'NONE', 1, now(), 'a', ?)
				""").params(id, connect(), java.sql.Timestamp.from(Instant.EPOCH), reference).update();
		return id;
	}

}
