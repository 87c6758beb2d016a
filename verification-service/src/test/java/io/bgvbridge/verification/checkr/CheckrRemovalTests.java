package io.bgvbridge.verification.checkr;

import java.util.List;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.StubVendor.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Removals of personal data as Checkr takes them.
 */
class CheckrRemovalTests extends CheckrFixture {

	@Test
	void namesWhoAnswersForIt() {
		erase(placed());
		assertThat(last("DELETE", "/candidates/cand1/pii").json().toString())
			.isEqualTo("{\"deletion_contact_email_address\":\"" + CheckrContractTests.CONTACT + "\"}");
	}

	@Test
	void findsThePersonOfAnInvitationThatIsGone() {
		Placement.Placed placed = placed();
		this.vendor.answers((call) -> call.is("GET", "/invitations/inv1"), new Reply(404, "{}"));

		this.provider.erase(this.access, placed.reference(), List.of("rep1", "cand1"));

		assertThat(this.checkr.people.get("cand1").get("email")).isNull();
	}

	@Test
	void believesNoRefusalThatLeavesThePersonThere() {
		Placement.Placed placed = placed();
		this.vendor.answers(this.vendor::isErasing, new Reply(400, "{\"error\":\"no\"}"));
		assertThat(failure(() -> erase(placed))).isInstanceOfSatisfying(Rejected.class,
				(rejected) -> assertThat(rejected.code()).isEqualTo("400"));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  " })
	void isNotOfferedWhereNobodyAnswersForIt(String contact) {
		Provider silent = CheckrContractTests.adapter(new VendorHttp(java.time.Duration.ofSeconds(1)),
				JsonMapper.builder().build(), contact);
		assertThat(silent.can(Capability.ERASE)).isFalse();
		assertThat(silent.can(Capability.CANCEL)).isTrue();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> silent.erase(this.access, "inv1", List.of()));
	}

	@Test
	void showsNobodysAddress() {
		assertThat(new CheckrProperties(CheckrContractTests.CONTACT)).asString().doesNotContain("privacy");
	}

	private void erase(Placement.Placed placed) {
		this.provider.erase(this.access, placed.reference(), placed.aliases());
	}

}
