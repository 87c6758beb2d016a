package io.bgvbridge.sandbox.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.http.Call;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SweepCallsTests {

	private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");

	@Test
	void tellsPagesFromReadsAndOldFromNew() {
		SweepCalls calls = new SweepCalls(
				List.of(call(0, "/details?limit=100&offset=0"), call(100, "/details?offset=100&limit=100"),
						call(200, "/details?candidate_id=5"), call(300, "/details?candidate_id=17"), call(400, "/add")),
				10);
		assertThat(calls.pages()).isEqualTo(2);
		assertThat(calls.reads()).isEqualTo(1);
		assertThat(calls.pageSize()).isEqualTo(100);
		assertThat(calls.last()).isEqualTo(BEGIN.plusMillis(200));
		assertThat(calls.byPath()).hasSize(4).containsEntry("GET /add", 1L);
	}

	@Test
	void findsTheBusiestSecond() {
		List<Call> calls = IntStream.of(0, 500, 999, 1400, 1500, 3000).mapToObj((at) -> call(at, "/add")).toList();
		assertThat(new SweepCalls(calls, 10).busiestSecond()).isEqualTo(3);
		assertThat(new SweepCalls(calls, 10).mean()).isEqualTo(2.0);
		assertThat(new SweepCalls(List.of(), 10).busiestSecond()).isZero();
	}

	private static Call call(int millis, String path) {
		return new Call("springverify", "GET", path, BEGIN.plusMillis(millis), 200, null, Map.of(), "", "");
	}

}
