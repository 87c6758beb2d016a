package io.bgvbridge.sandbox.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The last 10,000 calls to the vendors, oldest first.
 */
public final class Calls {

	private static final int MOST = 10_000;

	private static final int LONGEST_BODY = 16_384;

	private final Deque<Call> kept = new ArrayDeque<>();

	/** All calls. */
	public synchronized List<Call> list() {
		return List.copyOf(this.kept);
	}

	/**
	 * The calls of one vendor whose path, without query, ends so.
	 * @param operation end of the path, such as {@code candidate/add} or
	 * {@code upload/{id}}
	 */
	public List<Call> of(String vendor, String operation) {
		return list().stream()
			.filter((call) -> call.vendor().equals(vendor))
			.filter((call) -> Route.ends(call.path().split("\\?", 2)[0], operation))
			.toList();
	}

	/** Forgets all calls. */
	public synchronized void clear() {
		this.kept.clear();
	}

	synchronized void add(Call call) {
		this.kept.addLast(call);
		if (this.kept.size() > MOST) {
			this.kept.removeFirst();
		}
	}

	static Call call(String vendor, Request request, @Nullable String rawQuery, Instant time, @Nullable Fault fault,
			@Nullable Answer answer) {
		return new Call(vendor, request.method(), request.path() + ((rawQuery != null) ? "?" + rawQuery : ""), time,
				(answer != null) ? answer.status() : 0, (fault != null) ? fault.kind().wire() : null,
				redacted(request.headers()), cut(request.text()), (answer != null) ? cut(answer.text()) : "");
	}

	private static Map<String, String> redacted(Map<String, String> headers) {
		Map<String, String> shown = new TreeMap<>(headers);
		shown.computeIfPresent("authorization", (name, value) -> value.split(" ", 2)[0]);
		shown.remove("cookie");
		return shown;
	}

	private static String cut(String body) {
		return (body.length() <= LONGEST_BODY) ? body : body.substring(0, LONGEST_BODY);
	}

}
