package io.bgvbridge.verification.springverify;

import java.io.IOException;
import java.util.Objects;

import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.state.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SpringVerifyPlaceTests extends SpringVerifyFixture {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void sendsExactlyTheContractsRequest() throws IOException {
		this.stub.answers(200, "placed.json");
		this.springVerify.place(this.access, order(), KEY);
		SpringVerifyStub.Call call = this.stub.call();
		assertThat(this.stub.calls()).hasSize(1);
		assertThat(call.method()).isEqualTo("POST");
		assertThat(call.uri()).hasToString("/springverify/external/v1/candidate/add");
		assertThat(call.headers().get("Authorization")).containsExactly("Bearer sv-token-42");
		assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(call.headers().getFirst("Accept")).isEqualTo("application/json");
		assertThat(this.json.readTree(call.body())).isEqualTo(this.json
			.readTree(Objects.requireNonNull(getClass().getResourceAsStream("/springverify/expected-add.json"))));
	}

	@Test
	void tellsTheReferenceAndDropsTheFormLink() {
		this.stub.answers(200, "placed.json");
		Placement placement = this.springVerify.place(this.access, order(), KEY);
		assertThat(placement).isEqualTo(new Placement.Placed("918273", java.util.List.of()));
		assertThat(placement.toString()).doesNotContain("forms.example", "form-secret");
	}

	@Test
	void sendsAnOnlyNameWithoutSpaces() {
		this.stub.answers(200, "placed.json");
		this.springVerify.place(this.access, new Order(ASSESSMENT, "candidate-1", "12:34",
				new Candidate("Asha", "", "asha.rao@example.com", "9876543210")), KEY);
		assertThat(this.json.readTree(this.stub.call().body()).at("/candidate/name").asString()).isEqualTo("Asha");
	}

	@Test
	void leavesOutAnEmailThatTheCandidateDoesNotHave() {
		this.stub.answers(200, "placed.json");
		this.springVerify.place(this.access,
				new Order(ASSESSMENT, "candidate-1", "12:34", new Candidate("Asha", "Rao", " ", "9876543210")), KEY);
		assertThat(this.json.readTree(this.stub.call().body()).at("/candidate").has("email")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "400 | refused-v1.json | Name has characters that are not allowed; E-mail is not valid",
					"422 | refused-v1.json | Name has characters that are not allowed; E-mail is not valid",
					"413 | refused-v2.json | Resume is too large", "400 | refused-v2.json | Resume is too large" })
	void passesOnTheWordsOfARefusal(int status, String body, String words) {
		this.stub.answers(status, body);
		assertThat(this.springVerify.place(this.access, order(), KEY))
			.isEqualTo(new Placement.Refused(Reason.REJECTED_BY_PROVIDER, words));
	}

	@Test
	void recognisesAnAccountWithoutCredits() {
		this.stub.answers(400, "refused-credits.json");
		assertThat(this.springVerify.place(this.access, order(), KEY))
			.isEqualTo(new Placement.Refused(Reason.NO_CREDITS, "Not enough credits in your account"));
	}

	@Test
	void takesARefusalWithoutWordsForOne() {
		this.stub.answersText(422, "<html>no</html>");
		assertThat(this.springVerify.place(this.access, order(), KEY))
			.isEqualTo(new Placement.Refused(Reason.REJECTED_BY_PROVIDER, ""));
	}

	@Test
	void reportsADuplicate() {
		this.stub.answers(409, "duplicate.json");
		assertThat(this.springVerify.place(this.access, order(), KEY)).isEqualTo(new Placement.Duplicate());
	}

	@Test
	void callsNobodyWithoutAPhone() {
		assertThat(this.springVerify.place(this.access, order(null), KEY))
			.isEqualTo(new Placement.Refused(Reason.MISSING_PHONE, ""));
		assertThat(this.stub.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5876543210", "+1 415 555 2671" })
	void callsNobodyWithAPhoneThatSpringVerifyDoesNotTake(String phone) {
		assertThat(this.springVerify.place(this.access, order(phone), KEY))
			.isEqualTo(new Placement.Refused(Reason.INVALID_CANDIDATE, ""));
		assertThat(this.stub.calls()).isEmpty();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "12", "12:", "twelve:34", "12:34:56", "-1:99999999999999999999" })
	void callsNobodyForAPackageThatIsNoPair(String packageKey) {
		Order order = new Order(ASSESSMENT, "candidate-1", (packageKey != null) ? packageKey : ":",
				order().candidate());
		assertThat(this.springVerify.place(this.access, order, KEY))
			.isEqualTo(new Placement.Refused(Reason.PACKAGE_UNAVAILABLE, ""));
		assertThat(this.stub.calls()).isEmpty();
	}

}
