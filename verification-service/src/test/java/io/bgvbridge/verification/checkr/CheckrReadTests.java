package io.bgvbridge.verification.checkr;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.CheckLine;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.provider.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

class CheckrReadTests extends CheckrFixture {

	@BeforeEach
	void order1() {
		placed();
	}

	@Test
	void readsAnInvitationAlone() {
		assertThat(known().aliases()).containsExactly("cand1");
		assertThat(known().checks()).isEmpty();
		assertThat(calls()).endsWith("GET /v1/invitations/inv1").doesNotContain("GET /v1/reports/rep1");
	}

	@Test
	void readsTheReportOfAnAnsweredInvitation() {
		Map<String, Object> report = stands("report:pending");
		report.put("estimated_completion_time", "2026-11-25T00:00:00Z");
		assertThat(known().aliases()).containsExactly("cand1", "rep1");
		assertThat(known().expectedAt()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-25, 2026-11-25T00:00:00Z", "2026-11-25T10:00:00-08:00, 2026-11-25T18:00:00Z", "soon,", "'',",
			"NULL," })
	void readsAnEstimateThatIsADateOnly(String told, Instant expected) {
		stands("report:pending").put("estimated_completion_time", told.equals("NULL") ? null : told);
		assertThat(known().expectedAt()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "engaged, Engaged", "pre_adverse_action, Pre-adverse action",
			"post_adverse_action, Post-adverse action", "something_new, Something new" })
	void showsTheAdjudicationBesideTheResult(String word, String shown) {
		Snapshot.Known before = standsAndReads("report:complete/consider");
		this.checkr.reports.get("rep1").put("adjudication", word);
		assertThat(known().progress()).isEqualTo(before.progress());
		assertThat(known().checks()).containsExactly(new CheckLine("adjudication", "Adjudication", shown));
	}

	@Test
	void showsScreeningsWithoutWhatWasFound() {
		stands("report:complete/consider").put("screenings",
				List.of(Map.of("type", "county_criminal_search", "status", "complete", "result", "consider", "records",
						List.of("words-of-the-vendor")), Map.of("type", "ssn_trace", "status", "canceled"),
						Map.of("status", "complete"), 7));
		assertThat(known()).extracting(Snapshot.Known::checks, LIST)
			.containsExactly(new CheckLine("county_criminal_search", "County criminal search", "Complete"),
					new CheckLine("ssn_trace", "Ssn trace", "Canceled"));
	}

	@Test
	void saysThatScreeningsWereCancelled() {
		stands("report:complete/clear").put("includes_canceled", true);
		assertThat(known().checks()).extracting(CheckLine::type).containsExactly("canceled-screenings");
	}

	@Test
	void doesNotGuessFromAnAssessmentItDoesNotKnow() {
		stands("report:complete/clear").put("assessment", "splendid");
		assertThat(this.provider.read(this.access, "inv1")).isEqualTo(new Snapshot.Unknown("report:complete/splendid"));
	}

	@Test
	void doesNotUnderstandAReportWithoutAStatus() {
		stands("report:pending").remove("status");
		assertThat(failure(() -> this.provider.read(this.access, "inv1"))).isInstanceOf(Unintelligible.class);
	}

	@Test
	void saysThatAnOrderIsNotThere() {
		assertThat(failure(() -> this.provider.read(this.access, "inv9"))).isInstanceOfSatisfying(Rejected.class,
				(failure) -> assertThat(failure.code()).isEqualTo("404"));
	}

	@Test
	void linksToTheDashboard() {
		stands("report:complete/clear");
		assertThat(this.provider.report(this.access, "inv1", null))
			.contains(new Report.Page(URI.create("https://dashboard.checkr.com/reports/rep1")));
		assertThat(this.provider.report(this.access, "inv9", null)).isEmpty();
	}

	@Test
	void linksToThePagesOfTheConnection() {
		stands("report:complete/clear");
		Map<String, String> settings = new HashMap<>(CheckrVendor.SETTINGS);
		settings.put("portalUrl", "http://localhost:8/checkr/dashboard/reports/{reference}");
		assertThat(this.provider.report(this.checkr.access(settings), "inv1", null))
			.contains(new Report.Page(URI.create("http://localhost:8/checkr/dashboard/reports/rep1")));
	}

	@Test
	void takesAllIdsFromAnEvent() {
		Map<String, Object> invitation = this.checkr.sent.get("inv1");
		invitation.put("report_id", "rep1");
		assertThat(hint("invitation", invitation)).isEqualTo(new Hint(List.of("inv1", "rep1", "cand1"), ASSESSMENT));
		assertThat(hint("report", Map.of("object", "report", "id", "rep1", "candidate_id", "cand1")))
			.isEqualTo(new Hint(List.of("rep1", "cand1"), null));
		assertThat(hint("candidate", Map.of("object", "candidate", "id", "cand1")))
			.isEqualTo(new Hint(List.of("cand1"), null));
		assertThat(hint("verification", Map.of("object", "verification", "id", "v1", "report_id", "rep1")))
			.isEqualTo(new Hint(List.of("rep1"), null));
	}

	private Hint hint(String object, Map<String, Object> about) {
		return this.provider.hint(this.access, CheckrVendor.event(object, about));
	}

	private Map<String, Object> stands(String code) {
		this.checkr.stands("inv1", ASSESSMENT, code);
		return this.checkr.reports.get("rep1");
	}

	private Snapshot.Known standsAndReads(String code) {
		stands(code);
		return known();
	}

	private Snapshot.Known known() {
		return (Snapshot.Known) this.provider.read(this.access, "inv1");
	}

}
