package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tests the Ashby side of a connection, again and again until somebody answers.
 */
@Component
class AshbyTest implements WorkHandler {

	static final String KIND = "test-ashby";

	static final String SIDE = "ashby";

	private static final Logger log = LoggerFactory.getLogger(AshbyTest.class);

	private static final Duration SOONEST = Duration.ofSeconds(5);

	private static final Duration LATEST = Duration.ofMinutes(5);

	private final TestStore tests;

	private final SecretStore secrets;

	private final Observations observations;

	private final VendorCalls calls;

	private final AshbyClient ashby;

	AshbyTest(TestStore tests, SecretStore secrets, Observations observations, VendorCalls calls, WorkProperties work,
			ConnectionProperties properties) {
		this.tests = tests;
		this.secrets = secrets;
		this.observations = observations;
		this.calls = calls;
		this.ashby = new AshbyClient(new VendorHttp(work.callTimeout()), properties.ashbyVersion());
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		UUID connectionId = item.connectionId();
		Optional<TestStore.Running> test = this.tests.find(connectionId, Side.ASHBY).filter(TestStore.Running::runs);
		Optional<AshbyAccess> access = this.secrets.find(connectionId)
			.map((credentials) -> new AshbyAccess(credentials.ashby().baseUrl(), credentials.ashby().apiKey()));
		if (test.isEmpty() || access.isEmpty()) {
			return Outcome.nothing();
		}
		return ask(item, test.get(), access.get());
	}

	private Outcome ask(WorkItem item, TestStore.Running test, AshbyAccess access) {
		try {
			AshbyProbe probe = this.calls.call(item.connectionId(), SIDE, () -> AshbyProbe.of(this.ashby, access));
			log.info("connection.tested connection={} side=ashby observation={} missing={}", item.connectionId(),
					probe.observation(), probe.missingCodes());
			return new Outcome.Done(() -> this.observations.take(item, test, probe));
		}
		catch (Unavailable ex) {
			log.info("connection.tested connection={} side=ashby observation=UNREACHABLE", item.connectionId());
			return new Outcome.Later(
					() -> this.tests.answer(test.testId(), item.connectionId(), Side.ASHBY, new SideTest(
							SideTest.State.RUNNING, null, AshbyWords.problem(Observation.UNREACHABLE), List.of())),
					pause(test.askedAt()));
		}
	}

	/** Often at first, while somebody looks on. */
	private static Duration pause(Instant askedAt) {
		Duration half = Duration.between(askedAt, Instant.now()).dividedBy(2);
		return (half.compareTo(SOONEST) < 0) ? SOONEST : (half.compareTo(LATEST) > 0) ? LATEST : half;
	}

}
