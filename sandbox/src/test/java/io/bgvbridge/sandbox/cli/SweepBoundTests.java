package io.bgvbridge.sandbox.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.http.Call;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SweepBoundTests {

	private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");

	private final SweepBound bound = new SweepBound(10, 2, 5);

	@Test
	void isKeptByPagesAndChangedChecks() {
		SweepCalls calls = calls(10, 2, 200);
		assertThatNoException().isThrownBy(() -> this.bound.require(calls, 2));
		assertThat(this.bound.told(calls)).contains("10 pages of 100 + 2 changed = 12 calls; made 10 + 2 = 12",
				"rate: 5 calls in the busiest second");
	}

	@Test
	void isBrokenByOneCallMore() {
		breaks(calls(10, 3, 200), 2, "the sweep made more calls than there are pages and changed checks");
	}

	@Test
	void isBrokenByAChangeThatWasNotFound() {
		breaks(calls(10, 2, 200), 1, "the changed checks that the sweep found should be 2, and is 1");
	}

	@Test
	void isBrokenByTooManyCallsInASecond() {
		breaks(calls(10, 2, 90), 2, "the connection's rate was not kept");
	}

	private void breaks(SweepCalls calls, int found, String reason) {
		assertThatExceptionOfType(WalkFailure.class).isThrownBy(() -> this.bound.require(calls, found))
			.withMessage(reason);
	}

	private static SweepCalls calls(int pages, int reads, int spacingMillis) {
		List<Call> calls = new ArrayList<>();
		for (int i = 0; i < pages + reads; i++) {
			String path = (i < pages) ? "/details?limit=100&offset=" + i * 100 : "/details?candidate_id=1";
			calls.add(new Call("springverify", "GET", path, BEGIN.plusMillis((long) i * spacingMillis), 200, null,
					Map.of(), "", ""));
		}
		return new SweepCalls(calls, 10);
	}

}
