package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.stack.Service;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One trace shows the road from a recruiter's start to Ashby's first update, and one the
 * road from the provider's callback to Ashby's result, over Kafka and over every row that
 * the work waits in between. With {@code -Dbgv.docs.write=true} they are written into
 * {@code docs/trace.txt}.
 */
class TraceIT {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Path WRITTEN = Path.of("").toAbsolutePath().getParent().resolve("docs/trace.txt");

	private static final String START = "http post /ashby/assessment.start";

	private static final String CALLBACK = "http post /callbacks/{provider}/{connectionId}";

	private final Product product = Product.running();

	@Test
	void leadsFromTheStartAndFromTheCallbackToAshby() throws IOException {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		ProviderCandidate order = this.product.linked(person, started);
		this.product.inAshby(started, (seen) -> "Awaiting candidate".equals(seen.status()));

		Spans.Span first = ashbyCalled(START, started);
		assertThat(road(first)).containsExactly("gateway-service " + START,
				"gateway-service bgv.verification-requested.v1 send",
				"verification-service bgv.verification-requested.v1 process", "verification-service work order",
				"verification-service bgv.verification-updated.v1 send",
				"sync-service bgv.verification-updated.v1 process", "sync-service work push",
				"sync-service call ashby");
		String start = tree(first).text();
		assertThat(tree(first).roots()).hasSize(1);
		assertThat(start).contains("verification-service: call provider", "gateway-service: call ashby",
				"sync-service: bgv.ashby-update-delivered.v1 send",
				"gateway-service: bgv.ashby-update-delivered.v1 process");

		this.product.springVerify.submitForm(order.id());
		this.product.springVerify.setStatus(order.id(), 1);
		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));
		Spans.Span last = ashbyCalled(CALLBACK, started);
		assertThat(road(last)).containsExactly("gateway-service " + CALLBACK,
				"gateway-service bgv.provider-callback-received.v1 send",
				"verification-service bgv.provider-callback-received.v1 process", "verification-service work refresh",
				"verification-service bgv.verification-updated.v1 send",
				"sync-service bgv.verification-updated.v1 process", "sync-service work push",
				"sync-service call ashby");

		assertThat(this.product.spans.all()).allSatisfy((span) -> assertThat(Planted.in(span.said())).isEmpty());
		write(start, tree(last).text());
	}

	@Test
	void isNamedByTheLogLinesOfItsWork() throws IOException {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		this.product.linked(person, started);
		String trace = ashbyCalled(START, started).traceId();

		for (Service service : Service.values()) {
			String log = Files.readString(this.product.service(service).log());
			assertThat(log.lines()).as(service.artifact())
				.anyMatch((line) -> line.contains(started.assessmentId()) && line.contains("[" + trace + "-"));
		}
	}

	/** The call that told Ashby of a check, in a trace that begins in a certain way. */
	private Spans.Span ashbyCalled(String beginning, Assessment check) {
		return Product
			.until("a call to Ashby in a trace of " + beginning, PATIENCE,
					() -> this.product.spans.all()
						.stream()
						.filter((span) -> span.hop().equals("sync-service call ashby"))
						.filter((span) -> road(span).getFirst().endsWith(beginning) && isAbout(check, span))
						.max(Comparator.comparing(Spans.Span::begin))
						.filter((span) -> isWhole(span))
						.stream()
						.toList(),
					(found) -> !found.isEmpty())
			.getFirst();
	}

	/** The work below which a call was made names its check. */
	private boolean isAbout(Assessment check, Spans.Span call) {
		return this.product.spans.of(call.traceId())
			.stream()
			.anyMatch((span) -> span.id().equals(call.parentId())
					&& check.assessmentId().equals(span.attributes().get("subject")));
	}

	/** Services send their spans each at its own time. */
	private boolean isWhole(Spans.Span span) {
		return tree(span).text().contains("gateway-service: bgv.ashby-update-delivered.v1 process");
	}

	/**
	 * Not every order is looked at again before Ashby hears of it, and whoever comes in
	 * passes the door's guard.
	 */
	private List<String> road(Spans.Span span) {
		List<String> road = new ArrayList<>(tree(span).roadTo(span));
		road.remove("gateway-service secured request");
		if (road.contains("verification-service work order")) {
			road.remove("verification-service work refresh");
		}
		return road;
	}

	private TraceTree tree(Spans.Span span) {
		return new TraceTree(this.product.spans.of(span.traceId()));
	}

	private static void write(String start, String result) throws IOException {
		if (Boolean.getBoolean("bgv.docs.write")) {
			Files.writeString(WRITTEN,
					"From the recruiter's start to Ashby's first update (begins after, takes, span):%n%n%s%nFrom the provider's callback to Ashby's result:%n%n%s"
						.formatted(start, result));
		}
	}

}
