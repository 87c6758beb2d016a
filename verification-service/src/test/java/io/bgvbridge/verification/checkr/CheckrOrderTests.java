package io.bgvbridge.verification.checkr;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.StubVendor.Reply;
import io.bgvbridge.verification.state.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CheckrOrderTests extends CheckrFixture {

	private static final UUID ANOTHER_KEY = UUID.fromString("1c6f4f1e-7f67-4d5e-8a48-6f9f9f6f4b22");

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void makesThePersonKnownAndThenInvites() {
		assertThat(placed()).isEqualTo(new Placement.Placed("inv1", List.of("cand1")));
		assertThat(calls()).containsExactly("GET /v1/candidates", "POST /v1/candidates", "POST /v1/invitations");
		assertThat(last("GET", "/candidates").query("custom_id")).isEqualTo("ashby-candidate-1");
		assertThat(last("POST", "/candidates").json()).isEqualTo(this.json.readTree("""
				{"email":"asha.rao@example.com","first_name":"Asha","last_name":"Rao","phone":"+91 98765 43210",
				 "custom_id":"ashby-candidate-1","no_middle_name":true,"metadata":{"source":"bgv-bridge"}}"""));
		assertThat(last("POST", "/invitations").json()).isEqualTo(this.json.readTree("""
				{"candidate_id":"cand1","package":"package_2","node":"ENG",
				 "tags":["bgv-bridge","order:6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10"],
				 "work_locations":[{"country":"US","state":"CA"}]}"""));
		assertThat(last("POST", "/invitations").header("Idempotency-Key")).isEqualTo(KEY.toString());
		assertThat(last("POST", "/invitations").header("Content-Type")).isEqualTo("application/json");
		assertThat(last("POST", "/invitations").header("Authorization")).isEqualTo("Basic Y2sta2V5LTQyOg==");
	}

	@Test
	void invitesAPersonThatCheckrKnows() {
		placed();
		Placement.Placed second = (Placement.Placed) this.provider.place(this.access, new Order(UUID.randomUUID(),
				"ashby-candidate-1", "package_1", new Candidate("Asha", "Rao", "ASHA.RAO@example.com", null)),
				ANOTHER_KEY);
		assertThat(second).isEqualTo(new Placement.Placed("inv2", List.of("cand1")));
		assertThat(this.checkr.people).hasSize(1);
	}

	@Test
	void takesAPersonOfAnotherEmailForAnother() {
		placed();
		this.provider.place(this.access, order(new Candidate("Asha", "Rao", "new@example.com", null)), ANOTHER_KEY);
		assertThat(this.checkr.people).hasSize(2);
		assertThat(this.checkr.sent.get("inv2")).containsEntry("candidate_id", "cand2");
	}

	@Test
	void makesThePersonKnownOnceThoughListsDoNotShowIt() {
		this.vendor.answers((call) -> call.is("GET", "/candidates"), new Reply(200, "{\"data\":[]}"));
		placed();
		this.provider.place(this.access, order(), ANOTHER_KEY);
		assertThat(this.checkr.people).hasSize(1);
		assertThat(last("POST", "/candidates").header("Idempotency-Key")).isNotEqualTo(KEY.toString())
			.isNotEqualTo(ANOTHER_KEY.toString());
	}

	@Test
	void leavesOutWhatIsNotThere() {
		this.provider.place(this.checkr.access(Map.of("workLocation.country", "US")),
				order(new Candidate("Asha", "", "asha.rao@example.com", "call me")), KEY);
		assertThat(last("POST", "/candidates").json().has("last_name")).isFalse();
		assertThat(last("POST", "/candidates").json().has("phone")).isFalse();
		assertThat(last("POST", "/invitations").json().has("node")).isFalse();
		assertThat(last("POST", "/invitations").json().at("/work_locations/0"))
			.isEqualTo(this.json.readTree("{\"country\":\"US\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST" })
	void knowsThatNothingIsOrderedBeforeTheInvitation(String method) {
		this.vendor.answers((call) -> call.is(method, "/candidates"), new Reply(503, "", Map.of("Retry-After", "7")));
		assertThat(failure(this::placed)).isInstanceOfSatisfying(Unavailable.class, (failure) -> {
			assertThat(failure.sent()).isEqualTo(Sent.NO);
			assertThat(failure.retryAfter()).hasSeconds(7);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/candidates", "/invitations" })
	void tellsAConflictAtEachStep(String path) {
		this.vendor.answers((call) -> call.is("POST", path), new Reply(409, "{\"error\":\"words-of-the-vendor\"}"));
		assertThat(this.provider.place(this.access, order(), KEY)).isEqualTo(new Placement.Duplicate());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"/candidates | {\"error\":[\"email is invalid\",\"phone is invalid\"]} | INVALID_CANDIDATE | email is invalid; phone is invalid",
			"/invitations | {\"error\":\"Package not found\"} | PACKAGE_UNAVAILABLE | Package not found",
			"/invitations | {\"error\":[\"node is missing\"]} | REJECTED_BY_PROVIDER | node is missing" })
	void tellsWhatARefusalIsAbout(String path, String body, Reason reason, String words) {
		this.vendor.answers((call) -> call.is("POST", path), new Reply(400, body));
		assertThat(this.provider.place(this.access, order(), KEY)).isEqualTo(new Placement.Refused(reason, words));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/checkr", "/checkr/", "/checkr/v1", "/checkr/v1/", "/checkr//v1//" })
	void saysTheVersionItself(String base) {
		this.provider.catalogue(new io.bgvbridge.verification.provider.ProviderAccess(UUID.randomUUID(),
				this.checkr.address(base), "ck-key-42", Map.of()));
		assertThat(calls()).containsOnly("GET /v1/packages");
	}

	@Test
	void losesNoAnswerToADatabaseThatIsAway() {
		this.vendor.answers((call) -> call.is("POST", "/invitations"),
				new Reply(201, "{\"id\":\"inv7\"}", Map.of("X-Ratelimit-Remaining", "0", "X-Ratelimit-Reset", "0")));
		assertThat(placed().reference()).isEqualTo("inv7");
	}

	@Test
	void listsPackagesWithTheirPrices() {
		assertThat(this.provider.catalogue(this.access).packages())
			.extracting((offer) -> offer.packageKey() + "/" + offer.name() + "/" + offer.description())
			.containsExactly("package_1/Package 1/Ssn trace, County criminal search; USD 35.00",
					"package_2/Package 2/Ssn trace, County criminal search; USD 35.00");
		assertThat(this.vendor.calls()).extracting((call) -> call.query("page")).containsExactly("1", "2");
	}

}
