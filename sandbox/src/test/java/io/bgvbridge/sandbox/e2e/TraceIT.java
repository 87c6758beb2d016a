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
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
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

	private static final String COMPLETION = "verification-service work complete-candidate";

	private final Product product = Product.running();

	@Test
	void leadsFromTheStartAndFromTheCallbackToAshby() throws IOException {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		ProviderCandidate order = this.product.linked(person, started);
		this.product.inAshby(started, (seen) -> "Awaiting candidate".equals(seen.status()));

		Told first = told(START, started);
		assertThat(first.road()).containsExactly("gateway-service " + START,
				"gateway-service bgv.verification-requested.v1 send",
				"verification-service bgv.verification-requested.v1 process", "verification-service work order",
				"verification-service bgv.verification-updated.v1 send",
				"sync-service bgv.verification-updated.v1 process", "sync-service work push",
				"sync-service call ashby");
		String start = first.trace().text();
		assertThat(start).containsPattern("(gateway|verification)-service: call ashby")
			.contains("verification-service: call provider", "sync-service: bgv.ashby-update-delivered.v1 send",
					"gateway-service: bgv.ashby-update-delivered.v1 process");

		this.product.springVerify.submitForm(order.id());
		this.product.springVerify.setStatus(order.id(), 1);
		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));
		Told last = told(CALLBACK, started);
		assertThat(last.road()).containsExactly("gateway-service " + CALLBACK,
				"gateway-service bgv.provider-callback-received.v1 send",
				"verification-service bgv.provider-callback-received.v1 process", "verification-service work refresh",
				"verification-service bgv.verification-updated.v1 send",
				"sync-service bgv.verification-updated.v1 process", "sync-service work push",
				"sync-service call ashby");

		assertThat(this.product.spans.all()).allSatisfy((span) -> assertThat(Planted.in(span.said())).isEmpty());
		write(start, last.trace().text());
	}

	@Test
	void leadsOverTheQuestionForAPhoneThatTheGatewayDidNotLearn() {
		this.product.vendors.faults()
			.add(Fault.of("ashby", FaultKind.STATUS).on("candidate.info").withStatus(503).times(1));
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		this.product.linked(person, started);

		Spans.Span ordered = Product
			.until("an order in a trace", PATIENCE,
					() -> this.product.spans.all()
						.stream()
						.filter((span) -> span.hop().equals("verification-service work order"))
						.filter((span) -> started.assessmentId().equals(span.attributes().get("subject")))
						.filter((span) -> tree(span).roadTo(span).getFirst().endsWith(START))
						.toList(),
					(found) -> !found.isEmpty())
			.getFirst();
		assertThat(tree(ordered).roadTo(ordered)).endsWith("verification-service bgv.verification-requested.v1 process",
				COMPLETION, "verification-service work order");
		assertThat(tree(ordered).text()).contains("verification-service: call ashby");
	}

	@Test
	void isNamedByTheLogLinesOfItsWork() throws IOException {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		this.product.linked(person, started);
		String trace = told(START, started).call().traceId();

		for (Service service : Service.values()) {
			String log = Files.readString(this.product.service(service).log());
			assertThat(log.lines()).as(service.artifact())
				.anyMatch((line) -> line.contains(started.assessmentId()) && line.contains("[" + trace + "-"));
		}
	}

	/** How Ashby was told of a check, in a trace that begins in a certain way. */
	private Told told(String beginning, Assessment check) {
		return Product
			.until("a call to Ashby in a trace of " + beginning, PATIENCE,
					() -> this.product.spans.all()
						.stream()
						.filter((span) -> span.hop().equals("sync-service call ashby") && isAbout(check, span))
						.map((span) -> new Told(tree(span), span))
						.filter((seen) -> seen.road().getFirst().endsWith(beginning))
						.max(Comparator.comparing((seen) -> seen.call().begin()))
						.filter(Told::isWhole)
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

	/** A trace as far as it has come, and the call to Ashby in it. */
	private record Told(TraceTree trace, Spans.Span call) {

		/** Services send their spans each at its own time. */
		boolean isWhole() {
			return this.trace.roots().size() == 1
					&& this.trace.text().contains("gateway-service: bgv.ashby-update-delivered.v1 process");
		}

		/**
		 * Whoever comes in passes the door's guard; a phone is asked for later where
		 * Ashby was slow or resting at the start; not every order is looked at again
		 * before Ashby hears of it.
		 */
		List<String> road() {
			List<String> road = new ArrayList<>(this.trace.roadTo(this.call));
			road.removeAll(List.of("gateway-service secured request", COMPLETION));
			if (road.contains("verification-service work order")) {
				road.remove("verification-service work refresh");
			}
			return road;
		}

	}

}
