package io.bgvbridge.gateway.connection;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.work.Budgets;
import io.bgvbridge.messaging.work.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Beginnings of tests, in the transaction that makes them necessary.
 */
@Component
final class TestRounds {

	private static final Logger log = LoggerFactory.getLogger(TestRounds.class);

	private final TestStore tests;

	private final OperationRequestedPublisher publisher;

	private final Budgets budgets;

	private final WorkQueue work;

	TestRounds(TestStore tests, OperationRequestedPublisher publisher, Budgets budgets, WorkQueue work) {
		this.tests = tests;
		this.publisher = publisher;
		this.budgets = budgets;
		this.work = work;
	}

	void begin(Connection connection) {
		UUID connectionId = connection.connectionId();
		UUID testId = Generators.timeBasedEpochRandomGenerator().generate();
		this.tests.begin(connectionId, Side.ASHBY, testId, connection.ashby().credentials());
		this.tests.begin(connectionId, Side.PROVIDER, testId, connection.account().credentials());
		this.budgets.resume(connectionId, AshbyTest.SIDE);
		this.work.raise(connectionId, AshbyTest.KIND, connectionId, AshbyTest.SIDE);
		this.publisher.test(testId, connectionId);
		log.info("connection.test-asked connection={} test={}", connectionId, testId);
	}

}
