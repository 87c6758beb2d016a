package io.bgvbridge.verification.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.StubVendor.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How every provider fails.
 */
public abstract class FailureContract extends ContractFixture {

	private static final String WORDS = """
			{"msg":"words-of-the-vendor","message":"words-of-the-vendor","error":"words-of-the-vendor"}""";

	/** Statuses beside 401 and 403 by which the vendor refuses the credentials. */
	protected Set<Integer> unauthorized() {
		return Set.of();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 412, 413, 422, 451 })
	void tellsARefusalInTheVendorsWords(int status) {
		orderingAnswers(new Reply(status, WORDS));
		if (unauthorized().contains(status)) {
			assertThat(failure(this::placed)).isInstanceOf(Unauthorized.class);
			return;
		}
		assertThat(this.provider.place(this.access, order(), KEY)).isInstanceOfSatisfying(Placement.Refused.class,
				(refused) -> assertThat(refused.words()).isEqualTo("words-of-the-vendor"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 409, 412, 422 })
	void tellsARefusedQuestion(int status) {
		this.vendor.answers((call) -> true, new Reply(status, WORDS));
		VendorFailure failure = failure(() -> this.provider.catalogue(this.access));
		if (unauthorized().contains(status)) {
			assertThat(failure).isInstanceOf(Unauthorized.class);
			return;
		}
		assertThat(failure).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.code()).isEqualTo(Integer.toString(status)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>no</html>", "", "[]", "null", "{\"error\":{},\"message\":{},\"msg\":[]}",
			"{\"errors\":7,\"error\":7}" })
	void tellsARefusalWithoutWords(String body) {
		orderingAnswers(new Reply(400, body));
		assertThat(this.provider.place(this.access, order(), KEY)).isInstanceOf(Placement.Refused.class);
	}

	@Test
	void tellsADuplicate() {
		orderingAnswers(new Reply(409, WORDS));
		assertThat(this.provider.place(this.access, order(), KEY)).isEqualTo(new Placement.Duplicate());
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void tellsRefusedCredentials(int status) {
		this.vendor.answers((call) -> true, new Reply(status, WORDS));
		assertThat(failure(this::placed)).isInstanceOf(Unauthorized.class);
		assertThat(failure(() -> this.provider.catalogue(this.access))).isInstanceOf(Unauthorized.class);
	}

	@Test
	void passesOnHowLongToWait() {
		orderingAnswers(new Reply(429, "", Map.of("Retry-After", "17")));
		assertThat(failure(this::placed)).isInstanceOfSatisfying(Throttled.class,
				(failure) -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 500, 501, 502, 503, 504 })
	void holdsAnOutcomeForUnknownWhenTheVendorFails(int status) {
		orderingAnswers(new Reply(status, "<html>oops</html>", Map.of("Retry-After", "60")));
		assertThat(failure(this::placed)).satisfies(unavailable(Sent.PERHAPS))
			.isInstanceOfSatisfying(Unavailable.class,
					(failure) -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
	}

	@Test
	void holdsAnOutcomeForUnknownWhenNoAnswerComes() {
		this.vendor.staysSilent(this.vendor::isOrdering);
		Provider hasty = provider(Duration.ofSeconds(1));
		assertThat(failure(() -> hasty.place(this.access, order(), KEY))).satisfies(unavailable(Sent.PERHAPS));
	}

	@Test
	void holdsAnOutcomeForUnknownWhenTheAnswerIsLost() {
		this.vendor.losesAnswers(this.vendor::isOrdering);
		assertThat(failure(this::placed)).satisfies(unavailable(Sent.PERHAPS));
		assertThat(this.vendor.orders()).hasSize(1);
	}

	@Test
	void knowsThatNothingWasSentWhenNobodyListens() {
		this.vendor.close();
		assertThat(failure(this::placed)).satisfies(unavailable(Sent.NO));
		assertThat(failure(() -> this.provider.catalogue(this.access))).satisfies(unavailable(Sent.NO));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<html>Welcome</html>", "", "[]", "\"ok\"", "{}", "null", "{\"data\":null}", "{\"data\":[]}",
					"{\"data\":{\"id\":null,\"candidate_id\":null}}", "{\"data\":{\"id\":\"\",\"candidate_id\":\"\"}}",
					"{\"id\":null,\"data\":{\"id\":{},\"candidate_id\":{}}}", "{\"id\":\" \"}" })
	void doesNotUnderstandASuccessThatTheContractDoesNotKnow(String body) {
		orderingAnswers(new Reply(200, body));
		assertThat(failure(this::placed)).isInstanceOf(Unintelligible.class);
	}

	@Test
	void doesNotReadAnAnswerThatIsTooLarge() {
		orderingAnswers(new Reply(200, "{\"x\":\"" + "x".repeat(1 << 20) + "\"}"));
		assertThat(failure(this::placed)).isInstanceOf(Unintelligible.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 307, 308 })
	void followsNoRedirect(int status) {
		orderingAnswers(new Reply(status, "{\"id\":\"7\",\"data\":{\"id\":\"7\",\"candidate_id\":\"7\"}}",
				Map.of("Location", this.vendor.address("/elsewhere").toString())));
		assertThat(failure(this::placed)).isInstanceOf(Unintelligible.class);
		assertThat(this.vendor.calls()).noneMatch((call) -> call.uri().getPath().equals("/elsewhere"));
	}

	@Test
	void repeatsNoFailedOrderByItself() {
		orderingAnswers(new Reply(503, ""));
		failure(this::placed);
		assertThat(this.vendor.calls().stream().filter(this.vendor::isOrdering)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>Welcome</html>", "", "{}", "[]", "{\"data\":7}", "{\"data\":[{}]}" })
	void doesNotUnderstandAListOfPackagesThatTheContractDoesNotKnow(String body) {
		this.vendor.answers((call) -> true, new Reply(200, body));
		assertThat(failure(() -> this.provider.catalogue(this.access))).isInstanceOf(Unintelligible.class);
	}

	private void orderingAnswers(Reply reply) {
		this.vendor.answers(this.vendor::isOrdering, reply);
	}

	static Consumer<VendorFailure> unavailable(Sent sent) {
		return (failure) -> assertThat(failure).isInstanceOfSatisfying(Unavailable.class,
				(unavailable) -> assertThat(unavailable.sent()).isEqualTo(sent));
	}

}
