package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Capability;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What makes up for lost callbacks of providers without a list.
 */
class QuietOrderTests extends OrderingFixture {

	@Test
	void areReadAgainWhereTheProviderCanBeAsked() {
		this.provider.offers(Capability.READ);
		UUID connectionId = connect();
		UUID quiet = quiet(connectionId, "ref-1", "61 minutes");
		UUID heard = quiet(connectionId, "ref-2", "59 minutes");

		work(connectionId, Connections.RECONCILE);

		assertThat(isWanted(quiet, Refresh.KIND)).isTrue();
		assertThat(isWanted(heard, Refresh.KIND)).isFalse();
	}

	@Test
	void areToldOnceWhereItCannot() {
		this.provider.offers(Capability.SIGNED_CALLBACKS);
		UUID connectionId = connect();
		UUID silent = quiet(connectionId, "ref-1", "8 days");
		UUID heard = quiet(connectionId, "ref-2", "6 days");

		work(connectionId, Connections.RECONCILE);
		work(connectionId, Connections.RECONCILE);

		assertThat(reports(silent)).singleElement()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.NO_EVENT));
		assertThat(reports(heard)).isEmpty();
	}

	@Test
	void thatHaveEndedAreLeftAlone() {
		this.provider.offers(Capability.SIGNED_CALLBACKS);
		UUID connectionId = connect();
		UUID ended = quiet(connectionId, "ref-1", "8 days");
		cancel(ended, connectionId, this.store.get(ended).candidateId());

		work(connectionId, Connections.RECONCILE);

		assertThat(reports(ended)).isEmpty();
	}

	private UUID quiet(UUID connectionId, String reference, String since) {
		UUID assessmentId = ordered(connectionId, reference);
		work(assessmentId, Refresh.KIND);
		this.jdbc.sql("update verification set heard_at = now() - :since::interval where assessment_id = :id")
			.param("since", since)
			.param("id", assessmentId)
			.update();
		return assessmentId;
	}

}
