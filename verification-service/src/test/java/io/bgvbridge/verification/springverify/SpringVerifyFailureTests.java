package io.bgvbridge.verification.springverify;

import java.time.Duration;
import java.util.function.Consumer;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.ProviderAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SpringVerifyFailureTests extends SpringVerifyFixture {

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void saysThatTheTokenIsRefused(int status) {
		this.stub.answers(status, "invalid-token.json");
		assertThat(placing()).isInstanceOf(Unauthorized.class);
	}

	@Test
	void passesOnHowLongToWait() {
		this.stub.answersText(429, "");
		this.stub.asksToWait("17");
		assertThat(placing()).isInstanceOfSatisfying(Throttled.class,
				(failure) -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon" })
	void knowsNoWaitingTimeWhereNoneIsTold(String retryAfter) {
		this.stub.answersText(429, "");
		this.stub.asksToWait(retryAfter);
		assertThat(placing()).isInstanceOfSatisfying(Throttled.class,
				(failure) -> assertThat(failure.retryAfter()).isNull());
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504, 408 })
	void holdsAnOutcomeForUnknownWhenTheServerFails(int status) {
		this.stub.answersText(status, "<html>oops</html>");
		assertThat(placing()).satisfies(unavailable(Sent.PERHAPS));
	}

	@Test
	void knowsThatNothingWasSentWhenNobodyListens() {
		ProviderAccess nobody = this.stub.access();
		this.stub.close();
		VendorFailure failure = catchThrowableOfType(VendorFailure.class,
				() -> this.springVerify.place(nobody, order(), KEY));
		assertThat(failure).satisfies(unavailable(Sent.NO));
	}

	@Test
	void holdsAnOutcomeForUnknownWhenNoAnswerComes() {
		this.stub.staysSilent();
		VendorFailure failure = catchThrowableOfType(VendorFailure.class,
				() -> adapter(Duration.ofSeconds(1)).place(this.access, order(), KEY));
		assertThat(failure).satisfies(unavailable(Sent.PERHAPS));
		assertThat(this.stub.calls()).hasSize(1);
	}

	@Test
	void holdsAnOutcomeForUnknownWhenTheAnswerIsCutOff() {
		this.stub.answers(200, "placed.json");
		this.stub.cutsItsAnswerOff();
		assertThat(placing()).satisfies(unavailable(Sent.PERHAPS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>Welcome</html>", "", "[]", "\"ok\"", "{}", "{\"data\":null}", "{\"data\":[]}",
			"{\"data\":{\"candidate_id\":null}}", "{\"data\":{\"candidate_id\":\"\"}}",
			"{\"data\":{\"candidate_id\":{}}}" })
	void doesNotUnderstandASuccessThatTheContractDoesNotKnow(String body) {
		this.stub.answersText(200, body);
		assertThat(placing()).isInstanceOf(Unintelligible.class);
	}

	@Test
	void doesNotUnderstandASuccessWithoutACandidateId() {
		this.stub.answers(200, "without-candidate-id.json");
		assertThat(placing()).isInstanceOf(Unintelligible.class);
	}

	@Test
	void takesARedirectForNoRefusal() {
		this.stub.answersText(302, "");
		assertThat(placing()).isInstanceOf(Unintelligible.class);
	}

	@Test
	void repeatsNoFailedCallByItself() {
		this.stub.answersText(503, "");
		placing();
		assertThat(this.stub.calls()).hasSize(1);
	}

	@Test
	void keepsTheVendorsWordsOutOfItsMessages() {
		this.stub.answersText(401, "{\"msg\":\"Asha Rao may not\"}");
		VendorFailure failure = placing();
		assertThat(failure.getMessage()).doesNotContain("Asha");
	}

	private VendorFailure placing() {
		return catchThrowableOfType(VendorFailure.class, () -> this.springVerify.place(this.access, order(), KEY));
	}

	private static Consumer<VendorFailure> unavailable(Sent sent) {
		return (failure) -> assertThat(failure).isInstanceOfSatisfying(Unavailable.class,
				(unavailable) -> assertThat(unavailable.sent()).isEqualTo(sent));
	}

}
