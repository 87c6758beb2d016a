package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.work.WorkItem;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is seen of connections: it moves them, and answers tests.
 */
@Component
class Observations {

	private final ConnectionStore store;

	private final Versions versions;

	private final TestStore tests;

	private final Inbox inbox;

	Observations(ConnectionStore store, Versions versions, TestStore tests, Inbox inbox) {
		this.store = store;
		this.versions = versions;
		this.tests = tests;
		this.inbox = inbox;
	}

	/** Takes what a service saw. */
	@Transactional
	public void take(Observed observed) {
		if (this.inbox.take(observed.eventId())) {
			this.store.lock(observed.connectionId()).ifPresent((present) -> move(present, observed, List.of()));
		}
	}

	/** Takes what a test of the Ashby side saw. */
	@Transactional
	public void take(WorkItem item, TestStore.Running test, AshbyProbe probe) {
		Observed observed = new Observed(test.testId(), item.connectionId(), Side.ASHBY, test.credentialsVersion(),
				probe.observation(), test.testId(), probe.words());
		this.store.lock(item.connectionId()).ifPresent((present) -> move(present, observed, probe.missingCodes()));
	}

	private void move(Connection present, Observed observed, List<String> missing) {
		if (present.status() == Status.DELETED) {
			return;
		}
		answer(present, observed, missing);
		this.versions.next(present, present.after(observed));
	}

	private void answer(Connection present, Observed observed, List<String> missing) {
		UUID connectionId = present.connectionId();
		Seen seen = (observed.side() == Side.ASHBY) ? present.ashby() : present.account();
		this.tests.find(connectionId, observed.side())
			.filter((test) -> answers(test, observed, seen))
			.ifPresent((test) -> this.tests.answer(test.testId(), connectionId, observed.side(),
					result(present, observed, missing)));
	}

	/**
	 * Of a provider, an observation that names no test is as good as one that does, if it
	 * is the first of the credentials, whose first use and test cross each other, or if
	 * nobody answered the test at first.
	 */
	private static boolean answers(TestStore.Running test, Observed observed, Seen seen) {
		if (observed.credentialsVersion() != test.credentialsVersion()) {
			return false;
		}
		if (!observed.observation().isAnswer() && !test.runs()) {
			return false;
		}
		return (observed.testId() != null) ? observed.testId().equals(test.testId())
				: observed.side() == Side.PROVIDER && test.runs() && (seen.observation() == null || test.told());
	}

	private static SideTest result(Connection connection, Observed observed, List<String> missing) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		String words = observed.words();
		if (words == null && observed.side() == Side.PROVIDER) {
			words = connection.provider().problem(observed.observation());
		}
		return switch (observed.observation()) {
			case REACHABLE -> new SideTest(SideTest.State.PASSED, now, null, List.of());
			case UNREACHABLE -> new SideTest(SideTest.State.RUNNING, null, words, List.of());
			case UNAUTHORIZED, REJECTED, UNINTELLIGIBLE -> new SideTest(SideTest.State.FAILED, now, words, missing);
		};
	}

}
