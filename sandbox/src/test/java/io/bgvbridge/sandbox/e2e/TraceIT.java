package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One trace shows the road from a recruiter's start to Ashby's first update.
 */
class TraceIT {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Product product = Product.running();

	@Test
	void leadsFromTheStartToAshby() {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		this.product.linked(person, started);
		this.product.inAshby(started, (seen) -> "Awaiting candidate".equals(seen.status()));

		List<String> road = Product.until("the road of the start in one trace", PATIENCE, () -> road(started),
				(found) -> found.contains("sync-service call ashby"));

		assertThat(road).containsSubsequence("gateway-service http post /ashby/assessment.start",
				"gateway-service bgv.verification-requested.v1 send",
				"verification-service bgv.verification-requested.v1 receive", "verification-service work order",
				"verification-service bgv.verification-updated.v1 send",
				"sync-service bgv.verification-updated.v1 receive", "sync-service work push",
				"sync-service call ashby");
		assertThat(this.product.spans.all().toString()).doesNotContain(person.email(), person.lastName());
	}

	/** The way from the trace's first span down to the call that told Ashby. */
	private List<String> road(Assessment started) {
		return this.product.spans.all()
			.stream()
			.filter((span) -> span.service().equals("sync-service") && span.name().equals("call ashby"))
			.map((span) -> road(span))
			.filter((road) -> road.stream().anyMatch((hop) -> hop.contains("assessment.start")))
			.max(Comparator.comparingInt(List::size))
			.orElse(List.of());
	}

	private List<String> road(Spans.Span last) {
		Map<String, Spans.Span> spans = this.product.spans.of(last.traceId())
			.stream()
			.collect(Collectors.toMap(Spans.Span::id, Function.identity(), (one, same) -> one));
		List<String> road = new ArrayList<>();
		Optional<Spans.Span> span = Optional.of(last);
		while (span.isPresent()) {
			road.addFirst(span.get().service() + " " + span.get().name());
			span = Optional.ofNullable(spans.get(span.get().parentId()));
		}
		return road;
	}

}
