package io.bgvbridge.sandbox.e2e;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.Outcome;
import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import io.bgvbridge.sandbox.http.SandboxServer;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.Progress;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;
import io.bgvbridge.sandbox.stack.Services;
import io.bgvbridge.sandbox.stack.Stack;
import io.bgvbridge.sandbox.stack.Stacks;
import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The running product with one connection, shared by all end-to-end tests of this JVM.
 * Every test brings its own candidates.
 */
public final class Product {

	/** Short limits, so that what waits for them in production can be tested. */
	private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("BGV_PROVIDER_CALL_TIMEOUT", "3s"),
			Map.entry("BGV_PROVIDER_LAG", "4s"), Map.entry("BGV_PROVIDER_CALLS_PER_SECOND", "100"),
			Map.entry("BGV_PROVIDER_IN_FLIGHT", "16"), Map.entry("BGV_ASHBY_CALLS_PER_SECOND", "100"),
			Map.entry("BGV_ASHBY_IN_FLIGHT", "16"), Map.entry("BGV_ASHBY_CALL_TIMEOUT", "3s"),
			Map.entry("BGV_ASHBY_SETTLING", "2s"), Map.entry("BGV_CONNECTION_DRAIN_GRACE", "2s"),
			Map.entry("BGV_CHECKR_DELETION_CONTACT", "privacy@example.com"),
			Map.entry("DBSCHEDULER_POLLINGINTERVAL", "2s"));

	static final String WEBHOOK_SECRET = "8b943c474f5d1e1712f13e1a870b485c9b6b2b57";

	private static final AtomicLong PEOPLE = new AtomicLong();

	/** The services' spans. */
	final Spans spans = new Spans();

	final Stack stack = Stacks.shared();

	public final AshbySimulator ashby = new AshbySimulator();

	public final SpringVerifySimulator springVerify = new SpringVerifySimulator();

	final StackOneSimulator stackOne = new StackOneSimulator();

	final CheckrSimulator checkr = new CheckrSimulator();

	public final SandboxServer vendors = SandboxServer.start(0, this.ashby, this.springVerify, this.stackOne,
			this.checkr);

	final Services services = Services.of(this.stack, settings());

	final Caller gateway = new Caller(this.services.get(Service.GATEWAY).uri());

	private String token = "";

	private String connectionId = "";

	private @Nullable URI callback;

	private String callbackSecret = "";

	/** What the services are told beside the stack's own settings. */
	Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>(SETTINGS);
		settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", this.spans.endpoint().toString());
		settings.put("OTEL_TRACES_SAMPLER_ARG", "1.0");
		settings.put("OTEL_BSP_SCHEDULE_DELAY", "500");
		return settings;
	}

	private Product() {
	}

	public static synchronized Product running() {
		Shared.PRODUCT.heal();
		return Shared.PRODUCT;
	}

	private Product started() {
		plant();
		Runtime.getRuntime().addShutdownHook(new Thread(this.services::close, "services-close"));
		this.services.start(Progress.SILENT);
		connect();
		return this;
	}

	private void plant() {
		Planted.secret("the operator's password", this.stack.secrets().adminPassword());
		Planted.secret("the databases' password", this.stack.secrets().databasePassword());
		Planted.secret("Ashby's key", AshbySimulator.API_KEY);
		Planted.secret("the webhook's secret", WEBHOOK_SECRET);
		Planted.secret("SpringVerify's token", SpringVerifySimulator.API_TOKEN);
		Planted.secret("StackOne's key", StackOneSimulator.API_KEY);
		Planted.secret("StackOne's signing secret", StackOneSimulator.SIGNING_SECRET);
		Planted.secret("Checkr's key", CheckrSimulator.API_KEY);
	}

	/** A test that failed must not fail the next. */
	private void heal() {
		this.vendors.faults().clear();
		this.springVerify.acceptDuplicates(false);
		through(this.gateway.uri());
		callBack();
		for (io.bgvbridge.sandbox.stack.Part part : List.of(this.stack.postgres(), this.stack.kafka(),
				this.stack.registry(), service(Service.GATEWAY), service(Service.VERIFICATION),
				service(Service.SYNC))) {
			if (!part.running()) {
				part.start();
			}
		}
	}

	/** Lets the recruiter work through one of several gateways, until the next test. */
	void through(URI instance) {
		this.ashby.recruiter().connect(instance + "/ashby", this.token);
	}

	/** An account calls one address back: another connection may have taken its place. */
	private void callBack() {
		this.springVerify.callback(this.callback, this.callbackSecret);
	}

	private void connect() {
		JsonNode connected = connection("Acme");
		this.token = connected.path("externalApiToken").asString();
		this.callback = URI.create(connected.path("callbackUrl").asString());
		this.callbackSecret = connected.path("callbackSecret").asString();
		callBack();
		this.connectionId = use(connected);
	}

	/** A new connection of Ashby and SpringVerify, as the API answers it. */
	JsonNode connection(String name) {
		return connection(name, Map.of("kind", "springverify", "apiToken", SpringVerifySimulator.API_TOKEN, "baseUrl",
				this.vendors.url("springverify").toString()));
	}

	/**
	 * A new connection of Ashby and a provider, as the API answers it; the vendors are
	 * not told.
	 * @param provider the provider's side of the request
	 */
	JsonNode connection(String name, Map<String, ?> provider) {
		return operator().post("/api/connections",
				Map.of("name", name, "ashby", Map.of("apiKey", AshbySimulator.API_KEY, "baseUrl",
						this.vendors.url("ashby").toString(), "webhookSecret", WEBHOOK_SECRET), "provider", provider))
			.json(201);
	}

	/** A new connection to StackOne, which sends its events there. */
	JsonNode connectStackOne(String name) {
		JsonNode connected = connection(name,
				Map.of("kind", "stackone", "apiToken", StackOneSimulator.API_KEY, "accountId",
						StackOneSimulator.ACCOUNT_ID, "signingSecret", StackOneSimulator.SIGNING_SECRET, "baseUrl",
						this.vendors.url("stackone").toString()));
		this.stackOne.callback(URI.create(connected.path("callbackUrl").asString()));
		return connected;
	}

	/** A new connection to Checkr, which sends its webhooks there. */
	JsonNode connectCheckr(String name) {
		JsonNode connected = connection(name,
				Map.of("kind", "checkr", "apiToken", CheckrSimulator.API_KEY, "node", "ENG", "workLocation",
						Map.of("country", "US", "state", "CA", "city", "San Francisco"), "portalUrl",
						this.vendors.url("checkr") + "/dashboard/reports/{reference}", "baseUrl",
						this.vendors.url("checkr").toString()));
		this.checkr.callback(URI.create(connected.path("callbackUrl").asString()));
		return connected;
	}

	/**
	 * Lets the recruiter work over a connection from now on, until the next test.
	 * @return the connection's id
	 */
	String use(JsonNode connected) {
		String used = connected.path("connectionId").asString();
		this.ashby.recruiter()
			.connect(connected.path("baseUrl").asString(), connected.path("externalApiToken").asString());
		until("the connection is live", Duration.ofSeconds(30),
				() -> operator().get("/api/connections/" + used).json(200),
				(connection) -> connection.path("status").asString().equals("LIVE"));
		until("packages are listed", Duration.ofSeconds(30), () -> this.ashby.recruiter().assessmentTypes(),
				(types) -> !types.isEmpty());
		return used;
	}

	/** Changes the connection's settings, and waits until every service has them. */
	JsonNode change(String settings) {
		JsonNode changed = operator().patch("/api/connections/" + this.connectionId, settings).json(200);
		String version = "select version from connection where connection_id = '" + this.connectionId + "'";
		List<String> newest = rows(Service.GATEWAY, version);
		for (Service service : List.of(Service.VERIFICATION, Service.SYNC)) {
			until("the settings in " + service, Duration.ofSeconds(30), () -> rows(service, version), newest::equals);
		}
		return changed;
	}

	/** The provider's key of the first package. */
	String packageKey() {
		return operator().get("/api/connections/" + this.connectionId + "/packages")
			.json(200)
			.path("results")
			.path(0)
			.path("packageKey")
			.asString();
	}

	/** Rows of a service's database. */
	List<String> rows(Service service, String sql) {
		Database database = this.stack.database(service);
		try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<String> found = new ArrayList<>();
			while (rows.next()) {
				found.add(rows.getString(1));
			}
			return found;
		}
		catch (SQLException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * After credentials were refused: a new connection, as an administrator would make
	 * it.
	 */
	void replaceConnection() {
		connect();
	}

	Caller operator() {
		return this.gateway.asOperator(this.stack.secrets());
	}

	Caller asAshby() {
		return this.gateway.basic(this.token, "");
	}

	public String connectionId() {
		return this.connectionId;
	}

	/** The gateway's base address. */
	public URI gateway() {
		return this.gateway.uri();
	}

	/** The first administrator's name. */
	public String adminUser() {
		return this.stack.secrets().adminUser();
	}

	/** The first administrator's password. */
	public String adminPassword() {
		return this.stack.secrets().adminPassword();
	}

	/** Makes an account for the console. */
	public void account(String name, String password, String role) {
		Planted.secret("a " + role + "'s password", password);
		operator().post("/api/accounts", Map.of("name", name, "password", password, "role", role)).json(201);
	}

	/** The status of the connection that the recruiter works over. */
	public String connectionStatus() {
		return operator().get("/api/connections/" + this.connectionId).json(200).path("status").asString();
	}

	ServiceProcess service(Service service) {
		return this.services.get(service);
	}

	/** A person whom nobody has seen before. */
	public Candidate person() {
		long number = PEOPLE.incrementAndGet();
		return this.ashby.addCandidate("Asha", Planted.LAST_NAME + " " + letters(number),
				Planted.EMAIL + number + "@example.com", "+91 " + Planted.PHONE + String.format("%04d", number));
	}

	private static String letters(long number) {
		StringBuilder letters = new StringBuilder();
		for (long rest = number; rest > 0; rest /= 26) {
			letters.append((char) ('a' + rest % 26));
		}
		return letters.toString();
	}

	String typeId() {
		return this.ashby.recruiter().assessmentTypes().getFirst().assessmentTypeId();
	}

	public Assessment start(Candidate person) {
		return start(person, typeId());
	}

	Assessment start(Candidate person, String typeId) {
		Outcome outcome = this.ashby.recruiter().start(typeId, person.id());
		if (outcome instanceof Outcome.Accepted accepted) {
			return accepted.assessment();
		}
		throw new AssertionError("Start was not accepted: " + outcome);
	}

	/** The one order for a person; more than one is a failure at once. */
	public ProviderCandidate ordered(Candidate person) {
		return until("an order for " + person.email(), Duration.ofSeconds(60),
				() -> this.springVerify.findByEmail(person.email()), (found) -> !found.isEmpty())
			.getFirst();
	}

	/** The order, once its service knows it too. */
	public ProviderCandidate linked(Candidate person, Assessment assessment) {
		ProviderCandidate order = ordered(person);
		verification(assessment, "providerReference", (reference) -> reference.equals(Long.toString(order.id())));
		return order;
	}

	JsonNode verification(Assessment assessment, String field, Predicate<String> wanted) {
		return until(field + " of " + assessment.assessmentId(), Duration.ofSeconds(60),
				() -> operator().get("/api/verifications/" + assessment.assessmentId()).json(),
				(verification) -> wanted.test(verification.path(field).asString("")));
	}

	public Assessment inAshby(Assessment assessment, Predicate<Assessment> wanted) {
		return until("Ashby's view of " + assessment.assessmentId(), Duration.ofSeconds(60),
				() -> Objects.requireNonNull(this.ashby.assessment(assessment.assessmentId())), wanted);
	}

	/** Completes a check and waits until Ashby holds the result. */
	public Assessment complete(Candidate person, Assessment assessment) {
		ProviderCandidate order = linked(person, assessment);
		this.springVerify.submitForm(order.id());
		this.springVerify.setStatus(order.id(), 1);
		return inAshby(assessment, (seen) -> seen.state().equals("complete"));
	}

	static <T> T until(String what, Duration atMost, Supplier<T> look, Predicate<T> wanted) {
		Instant deadline = Instant.now().plus(atMost);
		T seen = look.get();
		while (!wanted.test(seen)) {
			if (Instant.now().isAfter(deadline)) {
				throw new AssertionError("Waited " + atMost + " for: " + what + "; last seen: " + seen);
			}
			pause();
			seen = look.get();
		}
		return seen;
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
	}

	/** One start for all tests: where it fails, none of them tries again. */
	private static final class Shared {

		private static final Product PRODUCT = new Product().started();

		private Shared() {
		}

	}

}
