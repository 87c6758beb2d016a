package io.bgvbridge.sandbox.ashby;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.http.Answer;
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

	private final Assessments assessments = new Assessments();

	private final Candidates candidates = new Candidates();

	private final CandidateEndpoints candidateEndpoints = new CandidateEndpoints(this.candidates);

	private final AshbyApi api = new AshbyApi(this.keys, this.assessments, this.candidateEndpoints);

	private final Recruiter recruiter = new Recruiter(this.assessments, this.candidates);

	private final Screens screens = new Screens(this);

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
		return request.path().startsWith("/ui/") ? this.screens.answer(request) : this.api.answer(request);
	}

	@Override
	public Answer failure(int status) {
		return this.api.failure(status);
	}

	@Override
	public void mountedAt(URI baseUrl) {
	}

	/** The person who presses the buttons. */
	public Recruiter recruiter() {
		return this.recruiter;
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
		return this.candidateEndpoints.notes();
	}

	Candidate candidate(String id) {
		return Recruiter.known(this.candidates.find(id));
	}

	Candidate candidateOfApplication(String applicationId) {
		return Recruiter.known(this.candidates.findByApplication(applicationId));
	}

}
