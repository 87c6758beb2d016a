package io.bgvbridge.sandbox.ashby;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.ashby.webhook.Webhooks;
import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Simulator;
import org.jspecify.annotations.Nullable;

/**
 * Ashby as a partner meets it: strict in what it takes, and able to press its own
 * buttons.
 */
public final class AshbySimulator implements Simulator {

	/** A key with every scope, there from the start. */
	public static final String API_KEY = "sandbox-ashby-key";

	/** The partner id that {@code assessment.addCompletedToCandidate} wants. */
	public static final String PARTNER_ID = "0c0c0c0c-1111-4222-8333-444444444444";

	private final ApiKeys keys = new ApiKeys();

	private final Candidates candidates = new Candidates();

	private final Notes notes = new Notes();

	private final CandidateFiles files = new CandidateFiles();

	private final Uploads uploads = new Uploads();

	private final Identifiers identifiers = new Identifiers();

	private final Assessments assessments = new Assessments(this.identifiers);

	private final CandidateEndpoints candidateEndpoints = new CandidateEndpoints(this.candidates, this.files,
			this.uploads);

	private final CompletedAssessments completed = new CompletedAssessments(this.candidateEndpoints, this.identifiers);

	private final AshbyApi api = new AshbyApi(this.keys, this.uploads)
		.with(this.candidateEndpoints, new NoteEndpoints(this.candidateEndpoints, this.notes))
		.with(this.assessments, this.completed);

	private final Webhooks webhooks = new Webhooks();

	private final Recruiter recruiter = new Recruiter(this.assessments, this.candidates);

	private final Pipeline pipeline = new Pipeline(this.candidates, this.notes, this.files, this.completed,
			this.webhooks);

	private final AppPages pages = new AppPages(this, this.keys);

	private final Screens screens = new Screens(this, this.keys, this.pages);

	/** An organisation with a few candidates and one key. */
	public AshbySimulator() {
		addKey(API_KEY, EnumSet.allOf(Scope.class));
	}

	@Override
	public String name() {
		return "ashby";
	}

	@Override
	public List<Route> routes() {
		return Stream.concat(this.api.routes().stream(), this.screens.list().stream()).toList();
	}

	@Override
	public Answer answer(Request request) {
		return Simulator.isScreen(request.path()) ? this.screens.answer(request) : this.api.answer(request);
	}

	@Override
	public String home() {
		return AppPages.HOME;
	}

	@Override
	public String introduction() {
		return "Ashby: candidates, integrations, API keys, webhooks";
	}

	@Override
	public Answer failure(int status) {
		return this.api.failure(status);
	}

	@Override
	public void mountedAt(URI baseUrl) {
		this.uploads.mountedAt(baseUrl.toString());
		this.pages.mountedAt(baseUrl);
	}

	@Override
	public void unmounted() {
		this.webhooks.close();
	}

	/** The person who presses the buttons. */
	public Recruiter recruiter() {
		return this.recruiter;
	}

	/** Moves, hires, merges and deletes candidates. */
	public Pipeline pipeline() {
		return this.pipeline;
	}

	/** The organisation's webhooks. */
	public Webhooks webhooks() {
		return this.webhooks;
	}

	/** How long an address for an upload works from its making; ten minutes at first. */
	public void uploadLifetime(Duration lifetime) {
		this.uploads.lifetime(lifetime);
	}

	/** Adds an API key, or changes its scopes. */
	public void addKey(String key, Set<Scope> scopes) {
		this.keys.add(key, scopes);
	}

	/** Deactivates an API key: calls with it get 403. */
	public void revokeKey(String key) {
		this.keys.revoke(key);
	}

	/** Chooses how errors are worded from now on. */
	public void errorShape(ErrorShape shape) {
		this.api.shape(shape);
	}

	/**
	 * Whether updates for assessments that Ashby never started are taken, for those who
	 * call the gateway by hand; off at first.
	 */
	public void adoptUnknownAssessments(boolean adopt) {
		this.assessments.adopt(adopt);
	}

	/** Adds a candidate with one application. */
	public Candidate addCandidate(String firstName, String lastName, String email, @Nullable String phone) {
		return this.candidates.add(firstName, lastName, email, phone);
	}

	/** All candidates, the seeded ones first. */
	public List<Candidate> candidates() {
		return this.candidates.list();
	}

	/** Every assessment as Ashby sees it, oldest first. */
	public List<Assessment> assessments() {
		return this.assessments.list();
	}

	/** One assessment as Ashby sees it, or null. */
	public @Nullable Assessment assessment(String assessmentId) {
		return this.assessments.find(assessmentId);
	}

	/** The notes that were written on candidates, oldest first. */
	public List<Note> notes() {
		return this.notes.list();
	}

	/** The files of a candidate, oldest first. */
	public List<CandidateFile> files(String candidateId) {
		return this.files.of(candidateId);
	}

	/** The applications of a candidate, oldest first. */
	public List<Application> applications(String candidateId) {
		return this.candidates.applications(candidateId);
	}

	/** The checks that began elsewhere and were added to candidates. */
	public List<CompletedAssessment> completedAssessments() {
		return this.completed.list();
	}

	Candidate candidate(String id) {
		return this.candidates.shown(id);
	}

	/**
	 * One of a candidate's applications.
	 * @param wanted the application's id, or null for the one that the candidate came
	 * with
	 * @throws Refused with 404 when it is not the candidate's
	 */
	String application(String candidateId, @Nullable String wanted) {
		String applicationId = (wanted != null) ? wanted : candidate(candidateId).applicationId();
		if (applications(candidateId).stream()
			.noneMatch((application) -> application.applicationId().equals(applicationId))) {
			throw new Refused(404, "No such application of this candidate");
		}
		return applicationId;
	}

	Application application(String applicationId) {
		return this.candidates.application(applicationId);
	}

}
