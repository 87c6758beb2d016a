package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.util.List;

import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkObserver;
import io.bgvbridge.messaging.work.WorkReason;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says of a test that it takes longer.
 */
@Component
final class TestObserver implements WorkObserver {

	private final TestStore tests;

	TestObserver(TestStore tests) {
		this.tests = tests;
	}

	@Override
	public void unfinished(WorkItem item, WorkReason reason, @Nullable Duration delay) {
		String words = (reason == WorkReason.THROTTLED) ? "Ashby wants fewer calls. It is asked again by itself."
				: "The test failed here. It is tried again by itself.";
		this.tests.find(item.connectionId(), Side.ASHBY)
			.filter(TestStore.Running::runs)
			.ifPresent((test) -> this.tests.answer(test.testId(), item.connectionId(), Side.ASHBY,
					new SideTest(SideTest.State.RUNNING, null, words, List.of())));
	}

}
