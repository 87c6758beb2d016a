package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import io.bgvbridge.messaging.trace.Traces;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Measures each piece of work, and makes it a part of the trace that it follows from.
 */
final class ObservedWork {

	static final String CLAIM_LOST = "claim_lost";

	static final String NOT_RECORDED = "not_recorded";

	private static final String NAME = "bgv.work";

	private final ObservationRegistry observations;

	private final Traces traces;

	private final ConnectionMetrics connections;

	ObservedWork(ObservationRegistry observations, Traces traces, ConnectionMetrics connections) {
		this.observations = observations;
		this.traces = traces;
		this.connections = connections;
	}

	/**
	 * Runs a piece of work.
	 * @param item the claim
	 * @param work does it, and returns one of a few words for what came of it
	 */
	void run(WorkItem item, Supplier<String> work) {
		this.traces.continued(item.traceParent(), () -> {
			// Known before it starts, so that what is under way is counted by kind, too.
			Observation observation = Observation.createNotStarted(NAME, this.observations)
				.contextualName("work " + item.kind())
				.lowCardinalityKeyValue("kind", item.kind())
				.highCardinalityKeyValue("subject", item.subjectId().toString())
				.highCardinalityKeyValue("connection", item.connectionId().toString())
				.start();
			String outcome = NOT_RECORDED;
			long begin = System.nanoTime();
			try (Observation.Scope scope = observation.openScope()) {
				outcome = work.get();
			}
			finally {
				observation.lowCardinalityKeyValue("outcome", outcome).stop();
				this.connections.worked(item, outcome, Duration.ofNanos(System.nanoTime() - begin));
			}
			return outcome;
		});
	}

	static String word(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Done done -> "done";
			case Outcome.Later later -> "later";
			case Outcome.Retry again -> again.reason().name().toLowerCase(Locale.ROOT);
			case Outcome.Failed failed -> VendorFailure.word(failed.failure());
		};
	}

}
