package io.bgvbridge.messaging.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Guards the calls to vendors with a circuit breaker for each connection and side, and
 * with a limit in time that also covers an answer's body.
 */
public final class VendorCalls implements AutoCloseable, MeterBinder {

	private static final Duration OPEN_FOR = Duration.ofSeconds(10);

	private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
		.slidingWindowSize(20)
		.minimumNumberOfCalls(10)
		.failureRateThreshold(50)
		.waitDurationInOpenState(OPEN_FOR)
		.permittedNumberOfCallsInHalfOpenState(3)
		.recordException((failure) -> failure instanceof Unavailable)
		.build());

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final String purpose;

	private final TimeLimiter limiter;

	private final ObservationRegistry observations;

	/**
	 * Guards calls with a limit in time.
	 * @param purpose what the calls are made for, in a word for metrics
	 * @param timeout how long a call may take as a whole
	 * @param observations measures and traces each call
	 */
	public VendorCalls(String purpose, Duration timeout, ObservationRegistry observations) {
		this.purpose = purpose;
		this.observations = observations;
		this.limiter = TimeLimiter.of(TimeLimiterConfig.custom().timeoutDuration(timeout).build());
	}

	/**
	 * Makes a call.
	 * @param <T> type of its result
	 * @param connectionId the connection that it is made for
	 * @param side the end of the connection that is called
	 * @param call the call, which reports failures as {@link VendorFailure}
	 * @return its result
	 * @throws VendorFailure if the call failed, took too long or was not made because the
	 * circuit is open
	 */
	public <T> T call(UUID connectionId, String side, Callable<T> call) {
		Observation observation = Observation.start("bgv.vendor.call", this.observations)
			.contextualName("call " + side)
			.lowCardinalityKeyValue("side", side)
			.lowCardinalityKeyValue("purpose", this.purpose);
		String outcome = "fault";
		try {
			T result = guarded(connectionId, side, () -> within(observation, call));
			outcome = "answered";
			return result;
		}
		catch (VendorFailure ex) {
			outcome = VendorFailure.word(ex);
			throw ex;
		}
		finally {
			observation.lowCardinalityKeyValue("outcome", outcome).stop();
		}
	}

	private static <T> T within(Observation observation, Callable<T> call) throws Exception {
		try (Observation.Scope scope = observation.openScope()) {
			return call.call();
		}
	}

	private <T> T guarded(UUID connectionId, String side, Callable<T> call) {
		CircuitBreaker breaker = this.breakers.circuitBreaker(connectionId + "/" + side);
		if (!breaker.tryAcquirePermission()) {
			throw new Unavailable("circuit open", Sent.NO, OPEN_FOR, null);
		}
		long begin = System.nanoTime();
		try {
			T result = limited(call);
			breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
			return result;
		}
		catch (RuntimeException ex) {
			breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, ex);
			throw ex;
		}
	}

	private <T> T limited(Callable<T> call) {
		try {
			return this.limiter.executeFutureSupplier(() -> this.threads.submit(call));
		}
		catch (TimeoutException ex) {
			throw new Unavailable("no answer in time", Sent.PERHAPS, null, ex);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unavailable("interrupted", Sent.PERHAPS, null, ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("A call to a vendor failed in a way that its client does not know", ex);
		}
	}

	/** Counted over all connections: a tag for each would be one too many. */
	@Override
	public void bindTo(MeterRegistry registry) {
		for (CircuitBreaker.State state : List.of(CircuitBreaker.State.OPEN, CircuitBreaker.State.HALF_OPEN)) {
			Gauge.builder("bgv.vendor.breakers", () -> in(state))
				.description("Circuit breakers of connections' sides that let no call, or few, through")
				.tag("purpose", this.purpose)
				.tag("state", state.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private long in(CircuitBreaker.State state) {
		return this.breakers.getAllCircuitBreakers().stream().filter((breaker) -> breaker.getState() == state).count();
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
