package io.bgvbridge.sync;

import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The organisation wants its recruiters on the provider's own page.
 */
@RunningSync
class ProfilePageTests extends SyncFixture {

	@Test
	void isLinkedOnceTheReferenceIsKnown() {
		this.organisation.profilePage = "https://portal.example/cases/{reference}?tab=report";
		connect();
		this.check.take(
				this.check.update(2, VerificationState.AWAITING_CANDIDATE, VerificationOutcome.NONE, UpdateReason.NONE)
					.setProviderReference(null)
					.build());
		delivered(2);
		assertThat(link()).isEqualTo("https://bgv.example.com/reports/" + this.check.assessmentId);
		this.check.moves(3, VerificationState.IN_PROGRESS);
		delivered(3);
		assertThat(link()).isEqualTo("https://portal.example/cases/918273?tab=report");
	}

	@Test
	void takesTheReferenceEncoded() {
		this.organisation.profilePage = "https://portal.example/cases/{reference}";
		connect();
		this.check.take(this.check.update(2, VerificationState.IN_PROGRESS, VerificationOutcome.NONE, UpdateReason.NONE)
			.setProviderReference("a/b?c#ü {reference}&d")
			.build());
		delivered(2);
		assertThat(link()).isEqualTo("https://portal.example/cases/a%2Fb%3Fc%23%C3%BC%20%7Breference%7D%26d");
	}

	@Test
	void isLinkedInTheNoteToo() {
		this.organisation.profilePage = "https://portal.example/cases/{reference}";
		this.check.origin = CheckOrigin.AUTO_START;
		connect();
		this.check.ends(2, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(2);
		assertThat(this.ashby.notes()).singleElement()
			.asString()
			.contains("Report: https://portal.example/cases/918273 [bgv");
	}

	private String link() {
		return this.ashby.last().path("assessment_profile_url").path("value").asString();
	}

}
