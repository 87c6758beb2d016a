package io.bgvbridge.verification.checkr;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Resent;
import io.bgvbridge.verification.provider.StubVendor.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckrInvitationTests extends CheckrFixture {

	private static final UUID WISH = UUID.fromString("1c6f4f1e-7f67-4d5e-8a48-6f9f9f6f4b22");

	@BeforeEach
	void order1() {
		placed();
	}

	@Test
	void invitesAnewBeforeItDeletesTheOldInvitation() {
		assertThat(resend()).isEqualTo(new Resent.Invited("inv2", List.of("cand1")));
		assertThat(calls()).endsWith("GET /v1/invitations/inv1", "POST /v1/invitations", "DELETE /v1/invitations/inv1");
		assertThat(last("POST", "/invitations").header("Idempotency-Key")).isEqualTo(WISH.toString());
	}

	@Test
	void deletesTheOldInvitationWhereThatFailedBefore() {
		this.vendor.answers((call) -> call.method().equals("DELETE"), new Reply(503, ""));
		assertThat(failure(this::resend)).isInstanceOf(Unavailable.class);
		this.vendor.recovers();
		assertThat(resend()).isEqualTo(new Resent.Invited("inv2", List.of("cand1")));
		assertThat(this.checkr.orders()).containsExactly("inv2");
	}

	@Test
	void takesTheNewInvitationBackWhenTheOldOneIsAnsweredMeanwhile() {
		this.vendor.answers((call) -> {
			if (call.is("DELETE", "/inv1")) {
				this.checkr.candidateAnswers("inv1");
			}
			return false;
		}, new Reply(500, ""));
		assertThat(resend()).isEqualTo(new Resent.TooLate());
		assertThat(this.checkr.orders()).containsExactly("inv1");
	}

	@Test
	void invitesAnewWhereTheOldInvitationHasRunOut() {
		this.checkr.sent.get("inv1").put("status", "expired");
		assertThat(resend()).isEqualTo(new Resent.Invited("inv2", List.of("cand1")));
	}

	@Test
	void waitsWhileTheFirstCallIsUnderWay() {
		this.vendor.answers(this.vendor::isOrdering, new Reply(409, "{\"error\":\"words-of-the-vendor\"}"));
		assertThat(failure(this::resend)).isInstanceOf(Unavailable.class);
		assertThat(this.checkr.orders()).containsExactly("inv1");
	}

	@ParameterizedTest
	@CsvSource({ "expired, CANCELLED", "completed, NOT_OFFERED", "something_new, NOT_OFFERED" })
	void cancelsWhatIsOverAndNothingThatHasBegun(String status, Cancellation cancellation) {
		this.checkr.sent.get("inv1").put("status", status);
		assertThat(this.provider.cancel(this.access, "inv1")).isEqualTo(cancellation);
	}

	@Test
	void holdsWhatIsNotThereForCancelled() {
		assertThat(this.provider.cancel(this.access, "inv9")).isEqualTo(Cancellation.CANCELLED);
	}

	@Test
	void doesNotTakeAFailureForACancellation() {
		this.vendor.answers((call) -> true, new Reply(500, ""));
		assertThat(failure(() -> this.provider.cancel(this.access, "inv1"))).isInstanceOf(Unavailable.class);
	}

	private Resent resend() {
		return this.provider.resend(this.access, order(), "inv1", WISH);
	}

}
