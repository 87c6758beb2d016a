package io.bgvbridge.verification.stackone;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Catalogue.Offer;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.provider.StubVendor.Call;
import io.bgvbridge.verification.provider.StubVendor.Reply;
import io.bgvbridge.verification.state.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StackOneOrderTests extends StackOneFixture {

	@Test
	void canBeAskedNothing() {
		assertThat(this.provider.capabilities()).isEqualTo(Set.of(Capability.SIGNED_CALLBACKS));
	}

	@Test
	void sendsExactlyTheContractsRequest() {
		assertThat(placed()).isEqualTo(new Placement.Placed("c28", List.of("REQ-c28")));
		Call call = this.vendor.calls().getFirst();
		assertThat(this.vendor.calls()).hasSize(1);
		assertThat(call.uri()).hasToString("/stackone/unified/screening/orders");
		assertThat(call.header("Content-Type")).isEqualTo("application/json");
		assertThat(call.header("Accept")).isEqualTo("application/json");
		assertThat(call.header("x-account-id")).isEqualTo("acc-1");
		assertThat(call.header("Prefer")).isEqualTo("heartbeat");
		assertThat(call.header("Authorization")).isEqualTo("Basic c28ta2V5LTQyOg==");
		assertThat(call.json()).isEqualTo(JsonMapper.builder().build().readTree("""
				{"package_id":"p1","candidate":{"first_name":"Asha","last_name":"Rao","email":"asha.rao@example.com"},
				 "unified_custom_fields":{"order_ref":"6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10"},
				 "passthrough":{"phone":"+91 98765 43210"}}"""));
	}

	@Test
	void handsThroughNoPhoneWhereThereIsNone() {
		this.provider.place(this.access, order(new Candidate("Asha", "Rao", "asha.rao@example.com", null)), KEY);
		assertThat(this.vendor.calls().getFirst().json().has("passthrough")).isFalse();
	}

	@Test
	void goesByTheVendorsIdWhereThereIsNoOther() {
		this.vendor.answers(this.vendor::isOrdering,
				new Reply(201, "{\"data\":{\"id\":null,\"remote_id\":\"REQ-7\"}}"));
		assertThat(placed()).isEqualTo(new Placement.Placed("REQ-7", List.of()));
	}

	@Test
	void walksAllPages() {
		assertThat(this.provider.catalogue(this.access)).isEqualTo(new Catalogue(
				List.of(new Offer("p1", "Basic", ""), new Offer("p2", "Full", "Everything")), null, Set.of()));
		assertThat(this.vendor.calls()).extracting((call) -> call.query("next")).containsExactly("", "page/2&x");
		assertThat(this.vendor.calls()).allMatch((call) -> !call.query("page_size").isEmpty());
	}

	@Test
	void walksNoListWithoutEnd() {
		this.vendor.answers((call) -> true, new Reply(200, "{\"next\":\"again\",\"data\":[]}"));
		assertThat(failure(() -> this.provider.catalogue(this.access))).isInstanceOf(Unintelligible.class);
		assertThat(this.vendor.calls()).hasSizeLessThan(100);
	}

	@ParameterizedTest
	@CsvSource({ "401, Unauthorized", "403, Unauthorized", "412, Unauthorized", "429, Throttled", "408, Unavailable",
			"500, Unavailable", "502, Unavailable" })
	void readsAFailureThatAHeartbeatHid(int status, String failure) {
		this.vendor.answers(this.vendor::isOrdering,
				new Reply(201, "\n\n\n{\"statusCode\":" + status + ",\"message\":\"words-of-the-vendor\"}"));
		VendorFailure found = failure(this::placed);
		assertThat(found.getClass().getSimpleName()).isEqualTo(failure);
		assertThat(Set.of(Unauthorized.class, Throttled.class, Unavailable.class)).contains(found.getClass());
		if (found instanceof Unavailable unavailable) {
			assertThat(unavailable.sent()).isEqualTo(Sent.PERHAPS);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"200 | {\"statusCode\":422,\"message\":\"package_id is no package of this account\"} | PACKAGE_UNAVAILABLE",
			"422 | {\"message\":\"package_id is no package of this account\"} | PACKAGE_UNAVAILABLE",
			"400 | {\"message\":[\"candidate.email must be an email\",\"x\"]} | INVALID_CANDIDATE",
			"400 | {\"message\":\"last_name is needed\"} | INVALID_CANDIDATE",
			"400 | {\"message\":\"the vendor said no\"} | REJECTED_BY_PROVIDER" })
	void tellsWhatARefusalIsAbout(int status, String body, Reason reason) {
		this.vendor.answers(this.vendor::isOrdering, new Reply(status, body));
		assertThat(this.provider.place(this.access, order(), KEY)).isInstanceOfSatisfying(Placement.Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(reason));
	}

	@Test
	void tellsACandidateWithoutALastNameInvalid() {
		assertThat(this.provider.place(this.access, order(new Candidate("Asha", "", "a@example.com", null)), KEY))
			.isEqualTo(
					new Placement.Refused(Reason.INVALID_CANDIDATE, "candidate.last_name must be a non-empty string"));
	}

	@Test
	void tellsAPackageThatIsGone() {
		Order order = new Order(ASSESSMENT, "c", "p9", ASHA);
		assertThat(this.provider.place(this.access, order, KEY)).isInstanceOfSatisfying(Placement.Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(Reason.PACKAGE_UNAVAILABLE));
	}

	@Test
	void callsNobodyWithoutAnAccount() {
		ProviderAccess none = new ProviderAccess(UUID.randomUUID(), this.access.baseUrl(), "so-key-42", Map.of());
		assertThat(failure(() -> this.provider.place(none, order(), KEY))).isInstanceOf(Unauthorized.class);
		assertThat(this.vendor.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://results.example/1", "http://localhost:1/results/1" })
	void showsThePageThatWasTold(String page) {
		assertThat(this.provider.report(this.access, "c28", URI.create(page)))
			.contains(new Report.Page(URI.create(page)));
	}

	@Test
	void showsThePortalWhereNoPageWasTold() {
		ProviderAccess portal = new ProviderAccess(UUID.randomUUID(), this.access.baseUrl(), "so-key-42",
				Map.of("portalUrl", "https://portal.example/{reference}"));
		assertThat(this.provider.report(portal, "c28", null))
			.contains(new Report.Page(URI.create("https://portal.example/c28")));
		assertThat(this.vendor.calls()).isEmpty();
	}

}
