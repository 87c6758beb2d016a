package io.bgvbridge.verification.stackone;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.provider.StatusTable;
import io.bgvbridge.verification.provider.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultEventsTests extends StackOneFixture {

	private static final String ORDER = "\"order_id\":\"c28\",\"remote_id\":\"REQ-778\"";

	@Test
	void readsTheContractsEvent() {
		Hint hint = hint("""
				{"event":"screening.results.completed","data":{"id":"r1","remote_id":"REQ-778","order_id":"c28",
				 "score":{"label":"Overall Risk","value":"75","min":"0","max":"100"},
				 "submission_date":"2026-11-12T00:00:00Z","summary":"Background check completed","status":"completed",
				 "result_url":"https://example.com/results/1",
				 "unified_custom_fields":{"order_ref":"6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10"}}}""");
		assertThat(hint).isEqualTo(new Hint(List.of("c28", "REQ-778"), ASSESSMENT,
				new Told(StatusTable.of("stackone").snapshot("completed"), Instant.parse("2026-11-12T00:00:00Z"),
						URI.create("https://example.com/results/1"))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "screening.result.updated", "screening.results.updated" })
	void takesBothSpellings(String event) {
		assertThat(told(event, ORDER + ",\"status\":\"failed\"")).isEqualTo(table("failed"));
	}

	@ParameterizedTest
	@CsvSource({ "created, pending", "updated, in_progress", "completed, completed", "failed, failed",
			"cancelled, cancelled" })
	void readsTheEventsNameWhereTheStatusIsNull(String suffix, String sameAs) {
		assertThat(told("screening.result." + suffix, ORDER + ",\"status\":null")).isEqualTo(table(sameAs));
	}

	@ParameterizedTest
	@CsvSource({ "updated, unmapped_value", "completed, unmapped_value", "completed, COMPLETED", "exploded, exploded" })
	void guessesNothing(String suffix, String code) {
		String status = suffix.equals(code) ? "null" : "\"" + code + "\"";
		assertThat(told("screening.results." + suffix, ORDER + ",\"status\":" + status))
			.isEqualTo(new Snapshot.Unknown(code));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"\"event_date\":\"2026-11-21T10:00:00.000Z\",\"sent_at\":\"2026-11-21T10:05:00Z\", | 2026-11-21T10:00:00Z",
			"\"event_date\":null,\"sent_at\":\"2026-11-21T15:35:00+05:30\", | 2026-11-21T10:05:00Z",
			"\"event_date\":\"soon\", | 2026-11-12T00:00:00Z", "'' | 2026-11-12T00:00:00Z" })
	void knowsWhenItWasSaid(String envelope, Instant at) {
		Hint hint = hint("{" + envelope + "\"event\":\"screening.result.completed\",\"data\":{" + ORDER
				+ ",\"submission_date\":\"2026-11-12\"}}");
		assertThat(Objects.requireNonNull(hint.told()).at()).isEqualTo(at);
	}

	@Test
	void knowsNotWhenWhereNothingSaysSo() {
		Hint hint = hint("{\"event\":\"screening.result.completed\",\"data\":{" + ORDER + "}}");
		assertThat(Objects.requireNonNull(hint.told()).at()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"order_id\":\"c28\",\"remote_id\":null | c28",
			"\"order_id\":null,\"remote_id\":\"REQ-1\" | REQ-1", "\"order_id\":7 | 7" })
	void goesByWhatIsThere(String ids, String reference) {
		assertThat(hint("{\"event\":\"screening.result.updated\",\"data\":{" + ids + "}}").references())
			.containsExactly(reference);
	}

	@Test
	void goesByOurOwnIdAlone() {
		Hint hint = hint("""
				{"event":"screening.result.updated","data":{"order_id":null,
				 "unified_custom_fields":{"order_ref":"6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10"}}}""");
		assertThat(hint.references()).isEmpty();
		assertThat(hint.assessmentId()).isEqualTo(ASSESSMENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"account_id\":\"acc-2\",\"event\":\"screening.result.completed\",\"data\":{%s}}",
			"{\"event\":\"screening.order.completed\",\"data\":{%s}}", "{\"event\":\"account.deleted\",\"data\":{%s}}",
			"{\"event\":\"x.screening.result.completed\",\"data\":{%s}}", "{\"data\":{%s}}" })
	void takesNothingFromWhatIsNotOurs(String body) {
		assertThat(hint(body.formatted(ORDER))).isEqualTo(Hint.NONE);
	}

	@Test
	void takesAnEventOfOurAccount() {
		assertThat(hint("{\"account_id\":\"acc-1\",\"event\":\"screening.result.completed\",\"data\":{" + ORDER + "}}")
			.isAboutOrder()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "javascript:alert(1)", "/results/1", "", "http://", "file:///etc/passwd", "data:text/html,x" })
	void takesNoAddressThatIsNoneOfTheWeb(String url) {
		Hint hint = hint(
				"{\"event\":\"screening.result.completed\",\"data\":{" + ORDER + ",\"result_url\":\"" + url + "\"}}");
		assertThat(Objects.requireNonNull(hint.told()).report()).isNull();
	}

	private Snapshot told(String event, String data) {
		return Objects.requireNonNull(hint("{\"event\":\"" + event + "\",\"data\":{" + data + "}}").told()).snapshot();
	}

	private Hint hint(String body) {
		return this.provider.hint(this.access, body.getBytes(StandardCharsets.UTF_8));
	}

	private static Snapshot table(String code) {
		return StatusTable.of("stackone").snapshot(code);
	}

}
