package io.bgvbridge.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bgvbridge.schemas.RequestOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompleteCandidateTests extends OrderingFixture {

	private final AtomicInteger calls = new AtomicInteger();

	private HttpServer ashby;

	private volatile int status = 200;

	private volatile String body;

	@BeforeEach
	void startAshby() throws IOException {
		this.ashby = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.ashby.createContext("/candidate.info", this::answer);
		this.ashby.start();
	}

	@AfterEach
	void stopAshby() {
		this.ashby.stop(0);
	}

	@Test
	void ordersWithThePhoneThatAshbyKnows() {
		this.body = candidate(",\"primaryPhoneNumber\":{\"value\":\"" + PHONE + "\"}");
		UUID assessmentId = requestWithoutPhone();
		work(assessmentId, CompleteCandidate.KIND);
		assertThat(isWanted(assessmentId, CompleteCandidate.KIND)).isFalse();
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed).singleElement().satisfies((order) -> {
			assertThat(order.candidate().phone()).isEqualTo(PHONE);
			assertThat(order.candidate().email()).isEqualTo(EMAIL);
		});
	}

	@Test
	void tellsTheRecruiterThatThereIsNoPhone() {
		this.body = candidate("");
		UUID assessmentId = requestWithoutPhone();
		work(assessmentId, CompleteCandidate.KIND);
		assertThat(updates(assessmentId).getLast().getState()).isEqualTo(VerificationState.FAILED_TO_START);
		assertThat(updates(assessmentId).getLast().getReason()).isEqualTo(UpdateReason.MISSING_PHONE);
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
		assertThat(isWanted(assessmentId, CompleteCandidate.KIND)).isFalse();
	}

	@Test
	void ordersWithTheEmailThatAshbyKnows() {
		this.body = candidate(",\"primaryEmailAddress\":{\"value\":\"" + EMAIL + "\"}");
		UUID assessmentId = requestWithoutEmail();

		work(assessmentId, CompleteCandidate.KIND);
		work(assessmentId, PlaceOrder.KIND);

		assertThat(this.provider.placed).singleElement()
			.satisfies((order) -> assertThat(order.candidate().email()).isEqualTo(EMAIL));
	}

	@Test
	void endsACheckOfSomebodyWithoutEmail() {
		this.body = candidate("");
		UUID assessmentId = requestWithoutEmail();

		work(assessmentId, CompleteCandidate.KIND);

		assertThat(updates(assessmentId).getLast().getReason()).isEqualTo(UpdateReason.INVALID_CANDIDATE);
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	@Test
	void ordersWithoutWhatTheAccountDoesNotDemand() {
		this.provider.lists(() -> new Catalogue(List.of(), null, Set.of("PHONE", "RESUME")));
		this.body = candidate("");
		UUID assessmentId = requestWithoutEmail();
		work(this.store.get(assessmentId).connectionId(), "list-packages");

		work(assessmentId, CompleteCandidate.KIND);
		work(assessmentId, PlaceOrder.KIND);

		assertThat(this.provider.placed).singleElement()
			.satisfies((order) -> assertThat(order.candidate().email()).isEmpty());
	}

	@Test
	void asksAgainWhileAshbyIsAway() {
		this.status = 503;
		this.body = "";
		UUID assessmentId = requestWithoutPhone();
		work(assessmentId, CompleteCandidate.KIND);
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED);
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.WAITING);
			assertThat(report.getReason()).isEqualTo(WorkReason.UNAVAILABLE);
		});
		assertThat(isWanted(assessmentId, CompleteCandidate.KIND)).isTrue();
	}

	@Test
	void asksNobodyAboutACheckThatHasEnded() {
		UUID assessmentId = requestWithoutPhone();
		this.jdbc.sql("update verification set state = 'CANCELLED'").update();
		work(assessmentId, CompleteCandidate.KIND);
		assertThat(this.calls).hasValue(0);
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	private UUID requestWithoutPhone() {
		UUID connectionId = connect("https://provider.example",
				"http://localhost:" + this.ashby.getAddress().getPort());
		UUID assessmentId = UUID.randomUUID();
		this.listener.on(requested(UUID.randomUUID(), assessmentId, connectionId, "candidate-1", null));
		return assessmentId;
	}

	private UUID requestWithoutEmail() {
		UUID connectionId = connect("https://provider.example",
				"http://localhost:" + this.ashby.getAddress().getPort());
		UUID assessmentId = UUID.randomUUID();
		String person = """
				{"firstName":"%s","lastName":"","email":"","phone":"%s","packageName":"Master"}
				""".formatted(FIRST_NAME, PHONE);
		this.listener.on(VerificationRequested
			.newBuilder(requested(UUID.randomUUID(), assessmentId, connectionId, "candidate-1", PHONE))
			.setOrigin(RequestOrigin.AUTO_START)
			.setSealed(ByteBuffer.wrap(this.sealing.seal(Topics.VERIFICATION_REQUESTED, assessmentId.toString(),
					person.getBytes(StandardCharsets.UTF_8))))
			.build());
		assertThat(told(updates(assessmentId).getLast()).path("packageName").asString()).isEqualTo("Master");
		return assessmentId;
	}

	private static String candidate(String more) {
		return "{\"success\":true,\"results\":{\"id\":\"candidate-1\",\"name\":\"" + FIRST_NAME + "\"" + more + "}}";
	}

	private void answer(HttpExchange exchange) {
		try (exchange) {
			this.calls.incrementAndGet();
			byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
