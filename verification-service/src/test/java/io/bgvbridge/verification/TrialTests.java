package io.bgvbridge.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.provider.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/**
 * Tests of a connection's provider, asked for or not.
 */
class TrialTests extends RunningService {

	private static final String LIST = "list-packages";

	private static final UUID TEST = UUID.fromString("6a5f2c1e-0a53-4f55-8f0e-37b4f0a4b901");

	private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

	@Autowired
	private OperationListener operations;

	@Test
	void aTestIsAnsweredByTheNextList() {
		UUID connectionId = reached();

		test(connectionId, TEST, NOW);
		assertThat(wait(connectionId, LIST)).isLessThanOrEqualTo(Duration.ZERO);
		work(connectionId, LIST);
		work(connectionId, LIST);

		assertThat(seen(connectionId)).containsExactly(tuple(Observation.REACHABLE, null),
				tuple(Observation.REACHABLE, TEST), tuple(Observation.REACHABLE, null));
	}

	static Stream<Arguments> answers() {
		return Stream.of(Arguments.of(new Unauthorized("401"), Observation.UNAUTHORIZED),
				Arguments.of(new Rejected("422", EMAIL), Observation.REJECTED),
				Arguments.of(new Rejected("404", EMAIL), Observation.UNINTELLIGIBLE),
				Arguments.of(new Unintelligible("no JSON"), Observation.UNINTELLIGIBLE),
				Arguments.of(new Unavailable("no answer", Sent.PERHAPS, null, null), Observation.UNREACHABLE));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void everyAnswerIsTold(VendorFailure failure, Observation observation) {
		UUID connectionId = reached();
		fails(failure);

		test(connectionId, TEST, NOW);
		work(connectionId, LIST);

		assertThat(seen(connectionId)).last().isEqualTo(tuple(observation, TEST));
	}

	@Test
	void aTestLiftsAStop() {
		UUID connectionId = connect();
		fails(new Unauthorized("401"));
		work(connectionId, LIST);
		lists();

		test(connectionId, TEST, NOW);
		work(connectionId, LIST);

		assertThat(seen(connectionId)).last().isEqualTo(tuple(Observation.REACHABLE, TEST));
	}

	@Test
	void aTestDoesNotWaitForWhatFailedBefore() {
		UUID connectionId = connect();
		fails(new Unavailable("no answer", Sent.NO, Duration.ofHours(1), null));
		work(connectionId, LIST);

		test(connectionId, TEST, NOW);

		assertThat(wait(connectionId, LIST)).isLessThanOrEqualTo(Duration.ZERO);
	}

	@Test
	void aTestCountsOnce() {
		UUID connectionId = reached();
		test(connectionId, TEST, NOW);
		work(connectionId, LIST);

		test(connectionId, TEST, NOW);

		assertThat(wait(connectionId, LIST)).isGreaterThan(Duration.ofMinutes(50));
	}

	@Test
	void theNewestTestIsAnswered() {
		UUID connectionId = reached();
		test(connectionId, TEST, NOW);
		test(connectionId, UUID.randomUUID(), NOW.minusSeconds(1));

		work(connectionId, LIST);

		assertThat(seen(connectionId)).last().isEqualTo(tuple(Observation.REACHABLE, TEST));
	}

	/** They come over two topics, in any order. */
	@Test
	void aTestThatComesBeforeItsConnectionIsAnswered() {
		UUID connectionId = UUID.randomUUID();
		test(connectionId, TEST, NOW);
		change(connectionId, 1, ConnectionStatus.TESTING, "https://provider.example", "https://ashby.example");

		work(connectionId, LIST);

		assertThat(seen(connectionId)).containsExactly(tuple(Observation.REACHABLE, TEST));
	}

	@Test
	void aTestThatComesBeforeItsCredentialsIsAnsweredWithThem() {
		UUID connectionId = reached();
		test(connectionId, TEST, NOW);
		work(connectionId, LIST);
		change(connectionId, 2, ConnectionStatus.LIVE, "https://provider.example", "https://ashby.example");

		work(connectionId, LIST);

		assertThat(seen(connectionId)).last().isEqualTo(tuple(Observation.REACHABLE, TEST));
		assertThat(observed(connectionId).getLast().getCredentialsVersion()).isEqualTo(2);
	}

	@Test
	void aNewProviderThatCannotBeReachedIsToldOfOnceInAnOutage() {
		UUID connectionId = connect();
		fails(new Unavailable("no answer", Sent.NO, null, null));
		work(connectionId, LIST);
		work(connectionId, LIST);
		fails(new Rejected("422", ""));
		work(connectionId, LIST);
		fails(new Unavailable("no answer", Sent.NO, null, null));
		work(connectionId, LIST);

		assertThat(seen(connectionId)).containsExactly(tuple(Observation.UNREACHABLE, null),
				tuple(Observation.REJECTED, null), tuple(Observation.UNREACHABLE, null));
	}

	@Test
	void anOutageOfAProviderThatWasReachedIsNotTold() {
		UUID connectionId = reached();
		fails(new Unavailable("no answer", Sent.NO, null, null));

		work(connectionId, LIST);

		assertThat(seen(connectionId)).containsExactly(tuple(Observation.REACHABLE, null));
	}

	@Test
	void aFailedTestIsGoneOnWithByItself() {
		UUID connectionId = connect();
		fails(new Unavailable("no answer", Sent.NO, null, null));
		test(connectionId, TEST, NOW);
		work(connectionId, LIST);
		work(connectionId, LIST);
		lists();
		work(connectionId, LIST);

		assertThat(seen(connectionId)).containsExactly(tuple(Observation.UNREACHABLE, TEST),
				tuple(Observation.REACHABLE, null));
	}

	private UUID reached() {
		UUID connectionId = connect();
		work(connectionId, LIST);
		return connectionId;
	}

	private void fails(VendorFailure failure) {
		this.provider.lists(() -> {
			throw failure;
		});
	}

	private void lists() {
		this.provider.lists(() -> new Catalogue(List.of(), null, Set.of()));
	}

	private void test(UUID connectionId, UUID testId, Instant at) {
		this.operations.on(OperationRequested.newBuilder()
			.setEventId(testId)
			.setOccurredAt(at)
			.setConnectionId(connectionId)
			.setOperation(Operation.TEST_CONNECTION)
			.build());
	}

	private List<ConnectionObserved> observed(UUID connectionId) {
		return published(Topics.CONNECTION_OBSERVED, connectionId, ConnectionObserved.class);
	}

	private List<org.assertj.core.groups.Tuple> seen(UUID connectionId) {
		return observed(connectionId).stream().map((seen) -> tuple(seen.getObservation(), seen.getTestId())).toList();
	}

}
