package io.bgvbridge.sandbox.upgrade;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.StateDirectory;
import io.bgvbridge.setup.Keysets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Today's services on what the release before has left: its databases, its events and its
 * keys, with checks at every stage of their way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "isFrozenWhole", disabledReason = "FreezeIT has not kept this release's story and events yet")
class UpgradeIT {

	/**
	 * More than the release's account had orders, whose numbers must not be given again.
	 */
	private static final int EARLIER_ORDERS = 50;

	private final Release previous = Release.previous();

	private Properties story = new Properties();

	private final Map<String, Candidate> people = new HashMap<>();

	private Installation installation;

	static boolean isFrozenWhole() {
		return Files.exists(Release.previous().events());
	}

	@BeforeAll
	void upgrade() throws Exception {
		this.story = this.previous.story();
		StateDirectory state = StateDirectory.temporary();
		for (String file : List.of(Keysets.ENCRYPTION_FILE, Keysets.CALL_TOKEN_FILE, Keysets.HASH_FILE)) {
			Files.copy(this.previous.folder().resolve(file), state.path().resolve(file));
		}
		this.installation = new Installation(state);
		this.installation.ashby.adoptUnknownAssessments(true);
		this.installation.springVerify.seed(EARLIER_ORDERS);
		for (String check : List.of("done", "undelivered", "waiting", "requested")) {
			this.people.put(check, this.installation.ashby.addCandidate(said(check, "firstName"), "Rao",
					check + "@example.com", "+91 98765 4321" + said(check, "firstName").length()));
		}
		restore();
		startInOrder();
	}

	@AfterAll
	void close() {
		if (this.installation != null) {
			this.installation.close();
		}
	}

	private void restore() throws Exception {
		for (Service service : Service.values()) {
			this.previous.create(service, this.installation.stack.database(service));
			try (Connection connection = Release.connect(this.installation.stack.database(service));
					Statement statement = connection.createStatement()) {
				statement.execute(inThisAshby(Files.readString(this.previous.rows(service)), UnaryOperator.identity()));
			}
		}
		List<String> lines = Files.readAllLines(this.previous.events());
		new Events(this.installation.stack).publish(this.previous,
				lines.stream()
					.map((line) -> inThisAshby(inThisAshby(line, UnaryOperator.identity()), UpgradeIT::hex))
					.toList());
	}

	/** Candidates and applications by the ids that they have here. */
	private String inThisAshby(String text, UnaryOperator<String> written) {
		String replaced = text;
		for (Map.Entry<String, Candidate> person : this.people.entrySet()) {
			replaced = replaced
				.replace(written.apply(said(person.getKey(), "candidateId")), written.apply(person.getValue().id()))
				.replace(written.apply(said(person.getKey(), "applicationId")),
						written.apply(person.getValue().applicationId()));
		}
		return replaced;
	}

	private static String hex(String text) {
		return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
	}

	/** As the README says; the vendors have moved to other ports. */
	private void startInOrder() {
		this.installation.start(Service.GATEWAY);
		this.installation.ashby.recruiter()
			.connect(this.installation.gateway() + "/ashby", this.story.getProperty("externalApiToken"));
		this.installation.springVerify.callback(
				URI.create(this.installation.gateway() + this.story.getProperty("callbackPath")),
				this.story.getProperty("callbackSecret"));
		this.installation.api("PATCH", "/api/connections/" + this.story.getProperty("connectionId"),
				Map.of("ashby", Map.of("baseUrl", this.installation.vendors.url("ashby").toString()), "provider",
						Map.of("baseUrl", this.installation.vendors.url("springverify").toString())));
		this.installation.start(Service.VERIFICATION);
		this.installation.start(Service.SYNC);
		Installation.until("packages are listed", () -> this.installation.ashby.recruiter().assessmentTypes(),
				(types) -> !types.isEmpty());
	}

	private String said(String check, String member) {
		return this.story.getProperty(check + "." + member);
	}

	@Test
	void showsWhatWasDoneBefore() {
		var verification = this.installation.verification(said("done", "assessmentId"));
		assertThat(verification.path("state").asString()).isEqualTo("COMPLETED_CLEAR");
		assertThat(verification.path("timeline").size()).isGreaterThan(2);
		assertThat(this.installation.springVerify.findByEmail("done@example.com")).isEmpty();
	}

	@Test
	void bringsAResultThatTheReleaseBeforeCouldNotDeliver() {
		Assessment seen = this.installation.inAshby(said("undelivered", "assessmentId"));
		assertThat(seen.result()).isNotNull();
		assertThat(seen.result().text()).isEqualTo("Completed");
		assertThat(seen.resultsReceived()).isOne();
	}

	/** Both its row and the event that asks for it are the release's. */
	@Test
	void endsACheckWhoseOrderTheReleaseBeforeWasTrying() {
		endsUnderItsId("waiting");
	}

	@Test
	void endsACheckWhoseRequestNobodyHadRead() {
		endsUnderItsId("requested");
	}

	private void endsUnderItsId(String check) {
		Candidate person = this.people.get(check);
		Assessment repeated = this.installation.start(person);
		assertThat(repeated.assessmentId()).as("the row is found again").isEqualTo(said(check, "assessmentId"));
		Assessment seen = this.installation.complete(person, repeated);
		assertThat(seen.result().text()).isEqualTo("Completed");
		assertThat(this.installation.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void takesNewChecks() {
		Candidate person = this.installation.ashby.addCandidate("Nila", "Rao", "new@example.com", "+91 98765 43299");
		assertThat(this.installation.complete(person, this.installation.start(person)).result().text())
			.isEqualTo("Completed");
	}

	/** Read again from the beginning, as the offsets were lost, and taken once. */
	@Test
	void takesEveryEventOfTheReleaseBefore() throws Exception {
		Offsets offsets = new Offsets(this.installation.stack.bootstrapServers());
		Installation.until("every event is read", offsets::unread, (unread) -> unread == 0);
		assertThat(offsets.deadLetters()).isZero();
	}

}
