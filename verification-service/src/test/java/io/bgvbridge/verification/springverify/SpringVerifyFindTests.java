package io.bgvbridge.verification.springverify;

import java.time.Instant;
import java.util.List;

import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpringVerifyFindTests extends SpringVerifyFixture {

	private static final Instant BEGUN = Instant.parse("2026-11-02T10:00:00Z");

	@Test
	void asksByEmail() {
		this.stub.answers(200, "details-list.json");
		this.springVerify.find(this.access, new Order(ASSESSMENT, "candidate-1", "12:34",
				new Candidate("Asha", "Rao", "asha.rao+bgv&x@example.com", "")), BEGUN);
		assertThat(this.stub.call().method()).isEqualTo("GET");
		assertThat(this.stub.call().headers().getFirst("Authorization")).isEqualTo("Bearer sv-token-42");
		assertThat(this.stub.call().uri().getPath()).isEqualTo("/springverify/external/v1/candidate/details");
		assertThat(this.stub.call().uri().getRawQuery()).isEqualTo("email=asha.rao%2Bbgv%26x%40example.com");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-02, POSSIBLE", "2026-11-03, POSSIBLE", "2026-11-01, FOREIGN", "2025-11-02, FOREIGN",
			"yesterday, FOREIGN", "'', FOREIGN" })
	void judgesAnOrderWithoutOrderIdByItsDate(String initiated, Likelihood likelihood) {
		this.stub.answersText(200, "{\"data\":[{\"candidate_id\":918273,\"initiation_date\":\"" + initiated + "\"}]}");
		assertThat(find()).containsExactly(new Match("918273", likelihood));
	}

	@Test
	void holdsAnOrderWithoutDateForForeign() {
		this.stub.answersText(200, "{\"data\":{\"candidate_id\":918273}}");
		assertThat(find()).containsExactly(new Match("918273", Likelihood.FOREIGN));
	}

	@Test
	void isCertainOfAnOrderThatBearsOurOrderId() {
		this.stub.answersText(200, candidate(1, ASSESSMENT.toString(), "2020-01-01"));
		assertThat(find()).containsExactly(new Match("1", Likelihood.CERTAIN));
	}

	@Test
	void holdsAnOrderThatBearsAnothersOrderIdForForeign() {
		this.stub.answersText(200, candidate(1, "11111111-3f0e-4a52-9f1f-0b2d9c1f7a10", "2026-11-02"));
		assertThat(find()).containsExactly(new Match("1", Likelihood.FOREIGN));
	}

	@Test
	void tellsEveryOrderOfAList() {
		this.stub.answersText(200, "{\"data\":[{\"candidate_id\":1,\"initiation_date\":\"2026-11-01\"},"
				+ "{\"candidate_id\":\"2\",\"initiation_date\":\"2026-11-02\"}]}");
		assertThat(find()).containsExactly(new Match("1", Likelihood.FOREIGN), new Match("2", Likelihood.POSSIBLE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":null}", "{\"data\":[]}", "{\"data\":{}}" })
	void findsNothing(String body) {
		this.stub.answersText(200, body);
		assertThat(find()).isEmpty();
	}

	@Test
	void readsTheListWhenTheAnswerByEmailHasNoId() {
		this.stub.answersFirst("{\"data\":{\"overall_status_code\":3}}");
		this.stub.answersText(200, """
				{"data":[{"candidate_id":1,"email":"another@example.com","initiation_date":"2026-11-02"},
				 {"candidate_id":2,"email":"%s","initiation_date":"2026-11-02"}]}
				""".formatted(order().candidate().email().toUpperCase(java.util.Locale.ROOT)));
		assertThat(find()).containsExactly(new Match("2", Likelihood.POSSIBLE));
		assertThat(this.stub.call().uri().getRawQuery()).contains("limit=100").contains("offset=0");
	}

	@Test
	void doesNotTakeACandidateThatTheListDoesNotShowForNothing() {
		this.stub.answersFirst("{\"data\":{\"overall_status_code\":3}}");
		this.stub.answersText(200, "{\"data\":[]}");
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(this::find);
	}

	@Test
	void looksForOurOrderIdWhereThereIsNoEmail() {
		this.stub.answersText(200, candidate(7, ASSESSMENT.toString(), "2026-11-02"));
		assertThat(this.springVerify.find(this.access,
				new Order(ASSESSMENT, "candidate-1", "12:34", new Candidate("Asha", "Rao", "", "9876543210")), BEGUN))
			.containsExactly(new Match("7", Likelihood.CERTAIN));
		assertThat(this.stub.calls()).hasSize(1);
		assertThat(this.stub.call().uri().getRawQuery()).contains("offset=0");
	}

	@Test
	void findsNothingBehindANotFound() {
		this.stub.answersText(404, "");
		assertThat(find()).isEmpty();
	}

	@Test
	void doesNotTakeARefusedTokenForNothing() {
		this.stub.answers(401, "invalid-token.json");
		assertThatExceptionOfType(Unauthorized.class).isThrownBy(this::find);
	}

	private List<Match> find() {
		return this.springVerify.find(this.access, order(), BEGUN);
	}

	private static String candidate(int id, String orderId, String initiated) {
		return "{\"data\":{\"candidate_id\":" + id + ",\"initiation_date\":\"" + initiated
				+ "\",\"bgv_url\":\"https://forms.example/?token=form-secret-1\",\"meta_data\":{\"order_id\":\""
				+ orderId + "\"}}}";
	}

}
