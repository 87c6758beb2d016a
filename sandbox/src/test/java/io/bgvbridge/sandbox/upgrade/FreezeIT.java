package io.bgvbridge.sandbox.upgrade;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.StateDirectory;
import io.bgvbridge.setup.Keysets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps a release's rows and events for the tests of the releases after it. Not a test:
 * see {@code deploy/releases/README.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "bgv.freeze", matches = "[0-9.]+")
class FreezeIT {

	private final Release release = Release.named(System.getProperty("bgv.freeze", "0"));

	private final Map<String, String> story = new TreeMap<>();

	private final StateDirectory state = StateDirectory.temporary();

	private Installation installation;

	@BeforeAll
	void start() {
		this.installation = new Installation(this.state);
		for (Service service : Service.values()) {
			this.installation.start(service);
		}
	}

	@AfterAll
	void close() {
		if (this.installation != null) {
			this.installation.close();
		}
	}

	@Test
	void keepsChecksThatAreUnderWay() throws Exception {
		connect();
		Candidate done = person("done", "Devi");
		this.installation.complete(done, started("done", done));

		// The result is on its way to Ashby, which is away.
		Candidate undelivered = person("undelivered", "Uma");
		Assessment told = started("undelivered", undelivered);
		ProviderCandidate order = this.installation.ordered(undelivered, told);
		fail("ashby", "assessment.update");
		this.installation.springVerify.submitForm(order.id());
		this.installation.springVerify.setStatus(order.id(), 1);
		holds(Service.SYNC, "select 1 from assessment where final and pushed_revision < revision and assessment_id = '"
				+ told.assessmentId() + "'");

		// The provider is away: whether it took the order is not known.
		fail("springverify", "candidate/add");
		Assessment waiting = started("waiting", person("waiting", "Wahida"));
		holds(Service.VERIFICATION, "select 1 from work where kind = 'order' and attempts > 0 and wanted > done"
				+ " and subject_id = '" + waiting.assessmentId() + "'");

		// The request is published, and nobody has read it.
		this.installation.services.get(Service.VERIFICATION).stop();
		started("requested", person("requested", "Rani"));

		this.installation.services.close();
		write();
	}

	private void connect() {
		JsonNode connected = this.installation.api("POST", "/api/connections",
				Map.of("name", "Acme", "ashby",
						Map.of("apiKey", AshbySimulator.API_KEY, "baseUrl",
								this.installation.vendors.url("ashby").toString()),
						"provider", Map.of("kind", "springverify", "apiToken", SpringVerifySimulator.API_TOKEN,
								"baseUrl", this.installation.vendors.url("springverify").toString())));
		String callback = connected.path("callbackUrl").asString();
		for (String member : List.of("connectionId", "externalApiToken", "callbackSecret")) {
			this.story.put(member, connected.path(member).asString());
		}
		this.story.put("callbackPath", URI.create(callback).getPath());
		this.installation.ashby.recruiter()
			.connect(connected.path("baseUrl").asString(), connected.path("externalApiToken").asString());
		this.installation.springVerify.callback(URI.create(callback), connected.path("callbackSecret").asString());
		Installation.until("the connection is live",
				() -> this.installation.api("GET", "/api/connections/" + this.story.get("connectionId"), Map.of())
					.path("status")
					.asString(),
				"LIVE"::equals);
		Installation.until("packages are listed", () -> this.installation.ashby.recruiter().assessmentTypes(),
				(types) -> !types.isEmpty());
	}

	private Candidate person(String check, String firstName) {
		Candidate person = this.installation.ashby.addCandidate(firstName, "Rao", check + "@example.com",
				"+91 98765 4321" + firstName.length());
		this.story.put(check + ".firstName", firstName);
		this.story.put(check + ".candidateId", person.id());
		this.story.put(check + ".applicationId", person.applicationId());
		return person;
	}

	private Assessment started(String check, Candidate person) {
		Assessment started = this.installation.start(person);
		this.story.put(check + ".assessmentId", started.assessmentId());
		return started;
	}

	private void fail(String vendor, String operation) {
		this.installation.vendors.faults()
			.add(Fault.of(vendor, FaultKind.STATUS).on(operation).withStatus(503).times(-1));
	}

	private void holds(Service service, String sql) {
		Installation.until(sql, () -> this.installation.rows(service, sql), (rows) -> !rows.isEmpty());
	}

	private void write() throws IOException, SQLException {
		for (Service service : Service.values()) {
			Files.createDirectories(this.release.migrations(service));
			Files.writeString(this.release.rows(service),
					new Rows(this.installation.stack.database(service)).statements(columns(service)));
		}
		Files.write(this.release.events(), new Events(this.installation.stack).lines());
		for (String file : List.of(Keysets.ENCRYPTION_FILE, Keysets.CALL_TOKEN_FILE, Keysets.HASH_FILE)) {
			Files.writeString(this.release.folder().resolve(file), Files.readString(this.state.path().resolve(file)));
		}
		Path file = this.release.folder().resolve("story.properties");
		Files.write(file,
				this.story.entrySet().stream().map((entry) -> entry.getKey() + "=" + entry.getValue()).toList());
		Properties read = this.release.story();
		assertThat(read).hasSameSizeAs(this.story);
	}

	/** The columns that the release's migrations make, which are copied there before. */
	private Shape columns(Service service) throws SQLException {
		return Rows.shape(this.release, service, this.installation.stack.database(service));
	}

}
