package io.bgvbridge.sandbox.springverify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class LookUpsTests {

	private static final String DETAILS = "/external/v1/candidate/details";

	private static final String REPORT = "/external/v1/candidate/report/pdf";

	private final SpringVerifySimulator vendor = new SpringVerifySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.vendor);

	private final Caller caller = new Caller(this.server.url("springverify"),
			"Bearer " + SpringVerifySimulator.API_TOKEN);

	private final long first = add();

	private final long second = add();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void tellsOneById() {
		JsonNode data = this.caller.get(DETAILS + "?candidate_id=" + this.first).json().path("data");
		assertThat(data.path("candidate_id").asLong()).isEqualTo(this.first);
		assertThat(data.path("candidate_uuid").asString()).hasSize(36);
		assertThat(data.path("name").asString()).isEqualTo("Asha Rao");
		assertThat(data.path("phone_number").asString()).isEqualTo("9876543210");
		assertThat(data.path("overall_status").asString()).isEqualTo("Awaiting Input");
		assertThat(data.path("overall_status_code").asInt()).isEqualTo(3);
		assertThat(data.path("initiation_date").asString()).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
		assertThat(data.path("completion_date").isNull()).isTrue();
		assertThat(data.path("report_url").isNull()).isTrue();
	}

	@Test
	void tellsTheNewestByEmail() {
		JsonNode data = this.caller.get(DETAILS + "?email=asha.rao%40example.com").json().path("data");
		assertThat(data.path("candidate_id").asLong()).isEqualTo(this.second);
	}

	@Test
	void pagesNewestFirst() {
		JsonNode page = this.caller.get(DETAILS + "?limit=1&offset=0").json();
		assertThat(page.path("success").asBoolean()).isTrue();
		assertThat(page.path("data")).singleElement()
			.extracting((each) -> each.path("candidate_id").asLong())
			.isEqualTo(this.second);
		assertThat(this.caller.get(DETAILS + "?limit=5&offset=1").json().path("data")).singleElement()
			.extracting((each) -> each.path("candidate_id").asLong())
			.isEqualTo(this.first);
		assertThat(this.caller.get(DETAILS + "?limit=5&offset=2").json().path("data")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "?candidate_id=1,404", "?email=nobody@example.com,404", "?candidate_id=x,400", "'',400",
			"?limit=5,400", "?limit=5000&offset=0,400", "?limit=-1&offset=0,400" })
	void refusesUnfitLookUp(String query, int status) {
		assertThat(this.caller.get(DETAILS + query).status()).isEqualTo(status);
	}

	@Test
	void refusesOtherMethod() {
		assertThat(this.caller.post(DETAILS, "{}").status()).isEqualTo(405);
	}

	@Test
	void givesReportOfFinishedCheck() {
		this.vendor.setStatus(this.first, 1, Delivery.NONE);
		JsonNode answer = this.caller.get(REPORT + "?report_type=base_64&candidate_id=" + this.first).json();
		String pdf = new String(Base64.getDecoder().decode(answer.path("report").asString()),
				StandardCharsets.US_ASCII);
		assertThat(pdf).startsWith("%PDF-1.4").endsWith("%%EOF\n").contains("candidate " + this.first);
		int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref") + 10, pdf.indexOf("%%EOF") - 1));
		assertThat(pdf.substring(table)).startsWith("xref\n0 6");
		JsonNode data = this.caller.get(DETAILS + "?candidate_id=" + this.first).json().path("data");
		assertThat(data.path("completion_date").asString()).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5, 10, 99 })
	void givesNoReportOfUnfinishedOrCancelledCheck(int code) {
		this.vendor.setStatus(this.first, code, Delivery.NONE);
		assertThat(this.caller.get(REPORT + "?report_type=base_64&candidate_id=" + this.first).status()).isEqualTo(404);
	}

	@Test
	void refusesUnfitReportCall() {
		this.vendor.setStatus(this.first, 1, Delivery.NONE);
		assertThat(this.caller.get(REPORT + "?candidate_id=" + this.first).status()).isEqualTo(400);
		assertThat(this.caller.get(REPORT + "?report_type=base_64&candidate_id=1").status()).isEqualTo(404);
		assertThat(this.caller.get(REPORT + "?report_type=base_64").status()).isEqualTo(400);
	}

	@Test
	void signsReportAddressThatExpires() {
		this.vendor.setStatus(this.first, 1, Delivery.NONE);
		String address = reportAddress();
		Caller anonymous = new Caller(URI.create(address));
		assertThat(anonymous.get("").text()).startsWith("%PDF");
		assertThat(new Caller(URI.create(address.replace("expires=", "expires=9"))).get("").status()).isEqualTo(403);
		this.caller.post("/ui/settings", "{\"reportLinkSeconds\":0}");
		assertThat(new Caller(URI.create(reportAddress())).get("").status()).isEqualTo(403);
	}

	private String reportAddress() {
		return this.caller.get(DETAILS + "?candidate_id=" + this.first)
			.json()
			.path("data")
			.path("report_url")
			.asString();
	}

	private long add() {
		this.vendor.acceptDuplicates(true);
		return this.caller.post("/external/v1/candidate/add", """
				{"candidate":{"name":"Asha Rao","email":"asha.rao@example.com","phone":"9876543210","invite":true},
				"package":{"package_id":12,"subtype_id":34}}""").json().path("data").path("candidate_id").asLong();
	}

}
