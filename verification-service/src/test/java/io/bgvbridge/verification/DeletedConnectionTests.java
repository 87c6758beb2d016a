package io.bgvbridge.verification;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.connection.ConnectionDeleted;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Catalogue;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is left of a connection that was deleted, and while it drains.
 */
class DeletedConnectionTests extends OrderingFixture {

	@Autowired
	private Connections known;

	@Autowired
	private OperationListener operations;

	@Test
	void workGoesOnWhileAConnectionDrains() {
		UUID connectionId = connect();

		change(connectionId, 2, ConnectionStatus.DRAINING);

		assertThat(enabled(connectionId)).containsExactly(true, true);
	}

	@Test
	void nothingIsDoneForItAnyMore() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId);

		change(connectionId, 2, ConnectionStatus.DELETED);

		assertThat(enabled(connectionId)).containsExactly(false, false);
		assertThat(isWanted(connectionId, "list-packages")).isFalse();
		assertThat(isWanted(connectionId, "reconcile")).isFalse();
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isTrue();
		assertThatExceptionOfType(ConnectionDeleted.class).isThrownBy(() -> this.known.providerAccess(connectionId));
		assertThatExceptionOfType(ConnectionDeleted.class).isThrownBy(() -> this.known.ashbyAccess(connectionId));
	}

	@Test
	void itsKeysAreGoneEvenIfTheRecordBringsThem() {
		UUID connectionId = connect();

		change(connectionId, 2, ConnectionStatus.DELETED);

		assertThat(this.jdbc.sql("select count(sealed_credentials) from connection").query(Integer.class).single())
			.isZero();
	}

	@Test
	void anOlderRecordDoesNotReviveIt() {
		UUID connectionId = UUID.randomUUID();
		change(connectionId, 3, ConnectionStatus.DELETED);

		change(connectionId, 2, ConnectionStatus.LIVE);

		assertThat(this.known.isDeleted(connectionId)).isTrue();
		assertThat(enabled(connectionId)).containsExactly(false, false);
		assertThat(isWanted(connectionId, "list-packages")).isFalse();
	}

	@Test
	void whatIsUnderWayIsNotRecorded() {
		UUID connectionId = connect();
		this.provider.lists(() -> {
			change(connectionId, 2, ConnectionStatus.DELETED);
			return new Catalogue(List.of(), null, Set.of());
		});

		work(connectionId, "list-packages");

		assertThat(published(Topics.CONNECTION_OBSERVED, connectionId, ConnectionObserved.class)).isEmpty();
	}

	@Test
	void nobodyIsToldOfWorkThatItLeaves() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId);
		this.provider.places(() -> {
			change(connectionId, 2, ConnectionStatus.DELETED);
			throw new Unauthorized("401");
		});

		work(assessmentId, PlaceOrder.KIND);

		assertThat(published(Topics.CONNECTION_OBSERVED, connectionId, ConnectionObserved.class)).isEmpty();
		assertThat(reports(assessmentId)).isEmpty();
	}

	@Test
	void aLateCallbackIsPassedOver() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		change(connectionId, 2, ConnectionStatus.DELETED);

		callBack(UUID.randomUUID(), connectionId, "ref-1", assessmentId.toString());

		assertThat(this.provider.read).isEmpty();
	}

	@Test
	void aLateRequestEndsAtOnce() {
		UUID connectionId = connect();
		change(connectionId, 2, ConnectionStatus.DELETED);

		UUID assessmentId = request(connectionId);

		assertThat(updates(assessmentId)).singleElement()
			.satisfies((update) -> assertThat(update.getReason()).isEqualTo(UpdateReason.CANCELLED_BY_OPERATOR));
		assertThat(this.store.get(assessmentId).sealedCandidate()).isNull();
	}

	@Test
	void itsPeopleAreErasedAndTheirProviderIsLeftToSomebody() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		change(connectionId, 2, ConnectionStatus.DELETED);

		deleteCandidate(connectionId, this.store.get(assessmentId).candidateId());

		assertThat(this.store.get(assessmentId).sealedCandidate()).isNull();
		assertThat(updates(assessmentId).getLast().getErased()).isTrue();
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getKind()).isEqualTo(ErasePerson.KIND);
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.GIVEN_UP);
			assertThat(report.getReason()).isEqualTo(WorkReason.NOT_OFFERED);
		});
	}

	private void change(UUID connectionId, long version, ConnectionStatus status) {
		change(connectionId, version, status, "https://provider.example", "https://ashby.example");
	}

	private List<Boolean> enabled(UUID connectionId) {
		return this.jdbc.sql("select enabled from work_budget where connection_id = ? order by side")
			.param(connectionId)
			.query(Boolean.class)
			.list();
	}

}
