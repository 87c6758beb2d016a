package io.bgvbridge.verification.springverify;

import java.util.List;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Page;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpringVerifyReadTests extends SpringVerifyFixture {

	private static final byte[] PDF = "%PDF-1.7 a report".getBytes(StandardCharsets.UTF_8);

	@Test
	void listsAPageWithoutBelievingItsTexts() {
		this.stub.answers(200, "details-list.json");

		Page page = this.springVerify.list(this.access, 200);

		assertThat(this.stub.call().uri().getRawQuery().split("&")).containsExactlyInAnyOrder("limit=100",
				"offset=200");
		assertThat(page.last()).isTrue();
		assertThat(page.orders()).containsExactly(new Page.Listed("918273", "6/Completed/2026-11-12",
				Progress.of(State.COMPLETED_EXCEPTION, Result.COMPLETED_WITH_EXCEPTION)));
	}

	@Test
	void listsWhatHasNoCodeAsUnsure() {
		this.stub.answersText(200,
				"{\"success\":true,\"data\":[{\"candidate_id\":1,\"overall_status\":\"Completed\"},{\"name\":\"x\"}]}");

		Page page = this.springVerify.list(this.access, 0);

		assertThat(page.orders()).containsExactly(new Page.Listed("1", "/Completed/", null));
		assertThat(page.size()).isEqualTo(2);
	}

	@Test
	void listsAnEmptyAccount() {
		this.stub.answersText(200, "{\"success\":true,\"data\":[]}");

		assertThat(this.springVerify.list(this.access, 0)).isEqualTo(new Page(List.of(), 0, true));
	}

	@Test
	void readsAStatusByReference() {
		this.stub.answers(200, "details-object.json");
		assertThat(this.springVerify.read(this.access, "918273"))
			.isEqualTo(new Snapshot.Known(Progress.of(State.IN_PROGRESS)));
		assertThat(this.stub.call().uri())
			.hasToString("/springverify/external/v1/candidate/details?candidate_id=918273");
	}

	@Test
	void readsAStatusFromAList() {
		this.stub.answers(200, "details-list.json");
		assertThat(this.springVerify.read(this.access, "918273"))
			.isEqualTo(new Snapshot.Known(Progress.of(State.COMPLETED_EXCEPTION, Result.COMPLETED_WITH_EXCEPTION)));
	}

	@Test
	void readsAnUnknownCodeAsUnknown() {
		this.stub.answersText(200, "{\"data\":{\"overall_status\":\"Completed\",\"overall_status_code\":99}}");
		assertThat(this.springVerify.read(this.access, "918273")).isEqualTo(new Snapshot.Unknown("99"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"data\":{\"overall_status\":\"Completed\"}}", "{\"data\":{\"overall_status_code\":1.5}}",
					"{\"data\":{\"overall_status_code\":null}}", "{\"data\":{\"overall_status_code\":\"done\"}}" })
	void doesNotUnderstandAStatusWithoutACode(String body) {
		this.stub.answersText(200, body);
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(() -> this.springVerify.read(this.access, "918273"));
	}

	@Test
	void saysThatAReferenceIsNotThere() {
		this.stub.answersText(404, "");
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> this.springVerify.read(this.access, "1"))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("404"));
	}

	@Test
	void fetchesAReport() {
		this.stub.answersText(200, "{\"report\":\"" + Base64.getEncoder().encodeToString(PDF) + "\"}");
		assertThat(this.springVerify.report(this.access, "918273", null)).get()
			.isInstanceOfSatisfying(io.bgvbridge.verification.provider.Report.Pdf.class,
					(pdf) -> assertThat(pdf.content()).isEqualTo(PDF));
		assertThat(this.stub.call().uri().getPath()).isEqualTo("/springverify/external/v1/candidate/report/pdf");
		assertThat(this.stub.call().uri().getQuery().split("&")).containsExactlyInAnyOrder("candidate_id=918273",
				"report_type=base_64");
	}

	@Test
	void hasNoReportBehindANotFound() {
		this.stub.answersText(404, "");
		assertThat(this.springVerify.report(this.access, "918273", null)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"report\":null}", "{\"report\":\"\"}", "{}" })
	void hasNoReportWhereNoneIsThere(String body) {
		this.stub.answersText(200, body);
		assertThat(this.springVerify.report(this.access, "918273", null)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"report\":\"A\"}", "{\"report\":\"JVBERi0=x\"}", "{\"report\":\"<html>gone</html>\"}" })
	void doesNotUnderstandAReportThatIsNotBase64(String body) {
		this.stub.answersText(200, body);
		assertThatExceptionOfType(Unintelligible.class)
			.isThrownBy(() -> this.springVerify.report(this.access, "918273", null));
	}

	@Test
	void takesBothIdsFromACallback() {
		assertThat(this.springVerify.hint(this.access, resource()))
			.isEqualTo(new Hint(java.util.List.of("918273"), ASSESSMENT));
		assertThat(this.stub.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage", "[]", "null", "\"x\"", "{", "{\"candidate_id\":{},\"meta_data\":7}",
			"{\"candidate_id\":null,\"meta_data\":{\"order_id\":\"not-a-uuid\"}}", "\u0000" })
	void takesNothingFromGarbage(String body) {
		assertThat(this.springVerify.hint(this.access, body.getBytes(StandardCharsets.UTF_8))).isEqualTo(Hint.NONE);
	}

	private static byte[] resource() {
		try (java.io.InputStream in = SpringVerifyReadTests.class.getResourceAsStream("/springverify/callback.json")) {
			return in.readAllBytes();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
