package io.bgvbridge.sandbox.upgrade;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.Outcome;
import io.bgvbridge.sandbox.http.SandboxServer;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stack.EmbeddedStack;
import io.bgvbridge.sandbox.stack.Ports;
import io.bgvbridge.sandbox.stack.Progress;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.Services;
import io.bgvbridge.sandbox.stack.StateDirectory;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stack of its own with Ashby, SpringVerify and the services, which are not started.
 */
final class Installation implements AutoCloseable {

	/** Short limits, so that nobody waits long for what is tried again. */
	private static final Map<String, String> SETTINGS = Map.of("BGV_PROVIDER_CALL_TIMEOUT", "3s", "BGV_PROVIDER_LAG",
			"4s", "BGV_PROVIDER_CALLS_PER_SECOND", "100", "BGV_ASHBY_CALLS_PER_SECOND", "100", "BGV_ASHBY_CALL_TIMEOUT",
			"3s", "BGV_ASHBY_SETTLING", "2s");

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	final AshbySimulator ashby = new AshbySimulator();

	final SpringVerifySimulator springVerify = new SpringVerifySimulator();

	final SandboxServer vendors = SandboxServer.start(0, this.ashby, this.springVerify);

	final EmbeddedStack stack;

	final Services services;

	Installation(StateDirectory state) {
		this.stack = EmbeddedStack.of(state, Ports.free());
		this.stack.start(Progress.SILENT);
		this.services = Services.of(this.stack, SETTINGS);
	}

	void start(Service service) {
		this.services.get(service).start();
	}

	URI gateway() {
		return this.services.get(Service.GATEWAY).uri();
	}

	/** What the API answers an administrator. */
	JsonNode api(String method, String path, Map<String, ?> body) {
		String login = this.stack.secrets().adminUser() + ":" + this.stack.secrets().adminPassword();
		HttpRequest request = HttpRequest.newBuilder(URI.create(gateway() + path))
			.header("Content-Type", "application/json")
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
			.method(method,
					body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build();
		try {
			HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
			if (answer.statusCode() / 100 != 2) {
				throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
			}
			return JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	JsonNode verification(String assessmentId) {
		return api("GET", "/api/verifications/" + assessmentId, Map.of());
	}

	Assessment start(Candidate person) {
		String type = this.ashby.recruiter().assessmentTypes().getFirst().assessmentTypeId();
		if (this.ashby.recruiter().start(type, person.id()) instanceof Outcome.Accepted accepted) {
			return accepted.assessment();
		}
		throw new AssertionError("Start was not accepted");
	}

	/** The order, once the service that placed it knows of it. */
	ProviderCandidate ordered(Candidate person, Assessment assessment) {
		ProviderCandidate order = until("an order for " + person.email(),
				() -> this.springVerify.findByEmail(person.email()), (found) -> !found.isEmpty())
			.getFirst();
		until("the order is known",
				() -> verification(assessment.assessmentId()).path("providerReference").asString(""),
				Long.toString(order.id())::equals);
		return order;
	}

	/** Completes a check, up to the result in Ashby. */
	Assessment complete(Candidate person, Assessment assessment) {
		ProviderCandidate order = ordered(person, assessment);
		this.springVerify.submitForm(order.id());
		this.springVerify.setStatus(order.id(), 1);
		return inAshby(assessment.assessmentId());
	}

	/** A check whose result Ashby has. */
	Assessment inAshby(String assessmentId) {
		return until("the result of " + assessmentId, () -> this.ashby.assessment(assessmentId),
				(seen) -> seen != null && seen.state().equals("complete"));
	}

	/** The first column of a service's rows, in one text. */
	String rows(Service service, String sql) throws SQLException {
		try (Connection connection = Release.connect(this.stack.database(service));
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			StringBuilder all = new StringBuilder();
			while (rows.next()) {
				all.append(rows.getString(1)).append('\n');
			}
			return all.toString();
		}
	}

	static <T> T until(String what, Callable<T> look, Predicate<? super T> wanted) {
		return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(look, wanted::test);
	}

	@Override
	public void close() {
		this.services.close();
		this.vendors.close();
		this.stack.discard();
	}

}
