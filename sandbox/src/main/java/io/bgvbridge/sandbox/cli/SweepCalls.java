package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.http.Call;
import io.bgvbridge.sandbox.http.Calls;

/**
 * The calls to SpringVerify during a sweep.
 *
 * @param calls all of them, in order of arrival
 * @param firstNew the first candidate that was ordered anew; reads of those belong to no
 * sweep
 */
record SweepCalls(List<Call> calls, long firstNew) {

	/** The page that is asked for, as long as no call has told. */
	static final int USUAL_PAGE = 100;

	private static final Pattern LIMIT = Pattern.compile("[?&]limit=(\\d+)");

	private static final Pattern READ = Pattern.compile("[?&]candidate_id=(\\d+)");

	static SweepCalls of(Calls calls, long firstNew) {
		return new SweepCalls(calls.list().stream().filter((call) -> call.vendor().equals("springverify")).toList(),
				firstNew);
	}

	/** Pages of the list that were read. */
	long pages() {
		return this.calls.stream().filter((call) -> LIMIT.matcher(call.path()).find()).count();
	}

	/** Checks of before that were read one by one. */
	long reads() {
		return this.calls.stream().filter((call) -> isRead(call, false)).count();
	}

	/** How many orders a page holds. */
	int pageSize() {
		return this.calls.stream()
			.map((call) -> LIMIT.matcher(call.path()))
			.filter(Matcher::find)
			.mapToInt((found) -> Integer.parseInt(found.group(1)))
			.max()
			.orElse(USUAL_PAGE);
	}

	/** How often each kind of call was made. */
	Map<String, Long> byPath() {
		return this.calls.stream().collect(Collectors.groupingBy(this::kind, TreeMap::new, Collectors.counting()));
	}

	/** The most calls that arrived within one second. */
	int busiestSecond() {
		Deque<Instant> second = new ArrayDeque<>();
		int most = 0;
		for (Instant time : times()) {
			second.addLast(time);
			while (!second.getFirst().plus(Duration.ofSeconds(1)).isAfter(time)) {
				second.removeFirst();
			}
			most = Math.max(most, second.size());
		}
		return most;
	}

	/** Calls a second over the whole time. */
	double mean() {
		List<Instant> times = times();
		return (times.size() < 2) ? 0
				: 1000.0 * times.size() / Math.max(1, Duration.between(times.getFirst(), times.getLast()).toMillis());
	}

	/** When the last page was read, or the last check; now if there was none. */
	Instant last() {
		return this.calls.stream()
			.filter((call) -> LIMIT.matcher(call.path()).find() || isRead(call, false))
			.map(Call::time)
			.max(Instant::compareTo)
			.orElseGet(Instant::now);
	}

	private List<Instant> times() {
		return this.calls.stream().map(Call::time).sorted().toList();
	}

	private String kind(Call call) {
		String path = call.method() + " " + call.path().split("\\?", 2)[0];
		if (LIMIT.matcher(call.path()).find()) {
			return path + "?limit&offset: a page of the list";
		}
		if (isRead(call, false)) {
			return path + "?candidate_id: a check of before";
		}
		return isRead(call, true) ? path + "?candidate_id: a new order" : path;
	}

	private boolean isRead(Call call, boolean anew) {
		Matcher found = READ.matcher(call.path());
		return call.path().contains("/details") && found.find()
				&& (Long.parseLong(found.group(1)) >= this.firstNew) == anew;
	}

}
