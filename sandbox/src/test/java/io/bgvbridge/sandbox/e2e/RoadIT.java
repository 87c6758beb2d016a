package io.bgvbridge.sandbox.e2e;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One check's whole way, and many at once.
 */
class RoadIT {

	private final Product product = Product.running();

	@Test
	void bringsResultAndReportLinkBackToAshby() throws Exception {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		ProviderCandidate order = this.product.linked(person, started);
		assertThat(order.name()).isEqualTo(person.firstName() + " " + person.lastName());
		assertThat(order.phone()).matches("9[0-9]{9}");
		assertThat(order.orderId()).isEqualTo(started.assessmentId());

		this.product.springVerify.submitForm(order.id());
		this.product.inAshby(started, (seen) -> "In progress".equals(seen.status()));
		this.product.springVerify.setStatus(order.id(), 6);
		Assessment seen = this.product.inAshby(started, (assessment) -> assessment.state().equals("complete"));

		assertThat(seen.statuses().getFirst().value()).isEqualTo("Started");
		assertThat(seen.startedAt()).isEqualTo(seen.statuses().getFirst().timestamp());
		assertThat(seen.statuses()).filteredOn((status) -> status.value().equals("Started")).hasSize(1);
		assertThat(seen.statuses()).extracting(Assessment.StatusChange::timestamp).isSorted().doesNotHaveDuplicates();
		assertThat(seen.result()).isNotNull();
		assertThat(seen.result().text()).isEqualTo("Completed with exception");
		assertThat(seen.resultsReceived()).isOne();
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);

		String link = URI.create(seen.profileUrl().text()).getPath();
		assertThat(this.product.gateway.get(link).status()).isEqualTo(401);
		Caller.Answer report = this.product.operator().get(link);
		assertThat(report.status()).isEqualTo(200);
		assertThat(report.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(report.text()).startsWith("%PDF-");
	}

	@Test
	void showsTheTimelineOfACheck() {
		Candidate person = this.product.person();
		Assessment completed = this.product.complete(person, this.product.start(person));
		JsonNode verification = Product.until("Ashby's receipt in the read model", java.time.Duration.ofSeconds(20),
				() -> this.product.operator().get("/api/verifications/" + completed.assessmentId()).json(200),
				(seen) -> seen.path("ashby").path("resultSent").asBoolean(false));
		assertThat(verification.path("state").asString()).isEqualTo("COMPLETED_CLEAR");
		List<String> hops = StreamSupport.stream(verification.path("timeline").spliterator(), false)
			.map((entry) -> entry.path("hop").asString())
			.toList();
		assertThat(hops.getFirst()).isEqualTo("assessment.start accepted");
		assertThat(hops).contains("ashby.updated");
		List<String> times = StreamSupport.stream(verification.path("timeline").spliterator(), false)
			.map((entry) -> entry.path("at").asString())
			.map((at) -> java.time.Instant.parse(at).toString())
			.toList();
		assertThat(times).isNotEmpty();
		assertThat(verification.toString()).doesNotContain(person.email()).doesNotContain(person.lastName());
	}

	@Test
	void givesOneIdAndOneCandidateToFiftyEqualStarts() throws Exception {
		Candidate person = this.product.person();
		String type = this.product.typeId();
		List<String> ids = together(50, () -> this.product.start(person, type).assessmentId());
		assertThat(ids).hasSize(50).containsOnly(ids.getFirst());
		Assessment seen = this.product.complete(person, this.product.ashby.assessment(ids.getFirst()));
		assertThat(seen.result()).isNotNull();
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void givesFiftyCandidatesToFiftyStarts() throws Exception {
		String type = this.product.typeId();
		List<Candidate> people = IntStream.range(0, 50).mapToObj((i) -> this.product.person()).toList();
		java.util.Iterator<Candidate> next = people.iterator();
		List<String> ids = together(50, () -> {
			Candidate person;
			synchronized (next) {
				person = next.next();
			}
			return this.product.start(person, type).assessmentId();
		});
		assertThat(ids).doesNotHaveDuplicates();
		people.forEach((person) -> this.product.ordered(person));
		people.forEach((person) -> assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1));
	}

	@Test
	void startsAnewAfterCompletion() {
		Candidate person = this.product.person();
		Assessment first = this.product.complete(person, this.product.start(person));
		this.product.verification(first, "closedAt", (at) -> !at.isEmpty());
		this.product.springVerify.acceptDuplicates(true);
		Assessment second = this.product.start(person);
		assertThat(second.assessmentId()).isNotEqualTo(first.assessmentId());
		Product.until("a second order", java.time.Duration.ofSeconds(30),
				() -> this.product.springVerify.findByEmail(person.email()), (found) -> found.size() == 2);
	}

	static <T> List<T> together(int times, Callable<T> call) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> futures = IntStream.range(0, times).mapToObj((i) -> threads.submit(call)).toList();
			java.util.ArrayList<T> results = new java.util.ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get());
			}
			return results;
		}
	}

}
