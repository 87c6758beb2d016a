package io.bgvbridge.sandbox.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An order to fail.
 *
 * @param vendor name of the simulator
 * @param operation end of the path, such as {@code candidate/add} or {@code upload/{id}};
 * null means every call
 * @param kind how to fail
 * @param status the status of kinds that answer one
 * @param retryAfterSeconds value of a {@code Retry-After} header, or null for none
 * @param body the body of kinds that answer one; null means the vendor's own wording
 * @param delayMs milliseconds to wait, at most ten minutes
 * @param times how many calls still fail, -1 for all until deleted
 */
public record Fault(String vendor, @Nullable String operation, FaultKind kind, int status,
		@Nullable Integer retryAfterSeconds, @Nullable String body, int delayMs, int times) {

	private static final int LONGEST_DELAY_MS = 600_000;

	/** Checks the numbers. */
	public Fault {
		require(status >= 200 && status <= 599, "status must be between 200 and 599");
		require(delayMs >= 0 && delayMs <= LONGEST_DELAY_MS, "delayMs must be between 0 and " + LONGEST_DELAY_MS);
		require(times == -1 || times > 0, "times must be positive, or -1 for until deleted");
		require(retryAfterSeconds == null || retryAfterSeconds >= 0, "retryAfterSeconds must not be negative");
		require(delayMs > 0 || !waits(kind), kind.wire() + " needs delayMs");
	}

	/** One failure of every operation, with status 500 where one is answered. */
	public static Fault of(String vendor, FaultKind kind) {
		return new Fault(vendor, null, kind, 500, null, null, waits(kind) ? 1000 : 0, 1);
	}

	/** The same on calls whose path ends so. */
	public Fault on(String wanted) {
		return new Fault(this.vendor, wanted, this.kind, this.status, this.retryAfterSeconds, this.body, this.delayMs,
				this.times);
	}

	/** The same with this status. */
	public Fault withStatus(int wanted) {
		return new Fault(this.vendor, this.operation, this.kind, wanted, this.retryAfterSeconds, this.body,
				this.delayMs, this.times);
	}

	/** The same with a {@code Retry-After} header of whole seconds. */
	public Fault withRetryAfter(Duration wanted) {
		return new Fault(this.vendor, this.operation, this.kind, this.status, (int) wanted.toSeconds(), this.body,
				this.delayMs, this.times);
	}

	/** The same with this body instead of the vendor's own wording. */
	public Fault withBody(String wanted) {
		return new Fault(this.vendor, this.operation, this.kind, this.status, this.retryAfterSeconds, wanted,
				this.delayMs, this.times);
	}

	/** The same with this delay. */
	public Fault withDelay(Duration wanted) {
		return new Fault(this.vendor, this.operation, this.kind, this.status, this.retryAfterSeconds, this.body,
				(int) wanted.toMillis(), this.times);
	}

	/** The same for that many calls; -1 for all until deleted. */
	public Fault times(int wanted) {
		return new Fault(this.vendor, this.operation, this.kind, this.status, this.retryAfterSeconds, this.body,
				this.delayMs, wanted);
	}

	boolean strikes(String calledVendor, String path) {
		return this.vendor.equals(calledVendor) && (this.operation == null || Route.ends(path, this.operation));
	}

	private static boolean waits(FaultKind kind) {
		return kind == FaultKind.DELAY || kind == FaultKind.TIMEOUT_AFTER_COMMIT;
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
