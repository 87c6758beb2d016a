package io.bgvbridge.sandbox.springverify;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Hold;
import io.bgvbridge.sandbox.http.Holds;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Simulator;
import org.jspecify.annotations.Nullable;

/**
 * SpringVerify IN as its customers meet it: strict in what it takes, paid by credits,
 * with a candidate who fills in the form and callbacks that report it.
 */
public final class SpringVerifySimulator implements Simulator {

	/** The API token, there from the start. */
	public static final String API_TOKEN = "sandbox-springverify-token";

	private final ProviderCandidates candidates = new ProviderCandidates();

	private final ReportLinks links = new ReportLinks();

	private final Callbacks callbacks = new Callbacks(this.links);

	private final Holds holds = new Holds();

	private final SpringVerifyApi api = new SpringVerifyApi(this.candidates,
			new Orders(this.candidates, this.links, this.holds), new LookUps(this.candidates, this.links));

	private final PortalPage page = new PortalPage(this);

	private final Portal portal = new Portal(this, this.page);

	/** A company with two packages and 100,000 credits. */
	public SpringVerifySimulator() {
		addToken(API_TOKEN);
	}

	@Override
	public String name() {
		return "springverify";
	}

	@Override
	public List<Route> routes() {
		return Stream.concat(this.api.list().stream(), this.portal.list().stream()).toList();
	}

	@Override
	public Answer answer(Request request) {
		return Simulator.isScreen(request.path()) ? this.portal.answer(request) : this.api.answer(request);
	}

	@Override
	public String introduction() {
		return "SpringVerify's portal: API token, callbacks, candidates";
	}

	@Override
	public Answer failure(int status) {
		return Answer.json(status,
				Json.object()
					.put("success", false)
					.put("msg", (status == 401) ? "Invalid token" : "Injected by the sandbox"));
	}

	@Override
	public void mountedAt(URI baseUrl) {
		this.page.mountedAt(baseUrl);
		this.links.mountedAt(baseUrl);
	}

	@Override
	public void unmounted() {
		this.callbacks.close();
	}

	/** Adds an API token. */
	public void addToken(String token) {
		this.api.addToken(token);
	}

	/** Lets an API token expire: calls with it get 401. */
	public void revokeToken(String token) {
		this.api.revokeToken(token);
	}

	/** How many candidates were added, which is how often money was spent. */
	public int candidateCount() {
		return this.candidates.size();
	}

	/**
	 * Adds that many candidates who await input, as if the company had long been a
	 * customer; no credits are taken.
	 * @return the id of the first; the others follow
	 */
	public long seed(int count) {
		return this.candidates.seed(count);
	}

	/** All candidates, newest first. */
	public List<ProviderCandidate> candidates() {
		return this.candidates.newest((candidate) -> true, 0, Integer.MAX_VALUE);
	}

	/** That many candidates at most, newest first. */
	public List<ProviderCandidate> newest(int most) {
		return this.candidates.newest((candidate) -> true, 0, most);
	}

	/** One candidate, or null. */
	public @Nullable ProviderCandidate candidate(long candidateId) {
		return this.candidates.find(candidateId);
	}

	/** The candidates whose {@code meta_data.order_id} is this, newest first. */
	public List<ProviderCandidate> findByOrderId(String orderId) {
		return this.candidates.newest((candidate) -> orderId.equals(candidate.orderId()), 0, Integer.MAX_VALUE);
	}

	/** The candidates with that e-mail address, newest first. */
	public List<ProviderCandidate> findByEmail(String email) {
		return this.candidates.newest((candidate) -> candidate.email().equalsIgnoreCase(email), 0, Integer.MAX_VALUE);
	}

	/**
	 * The candidate fills in the form: Processing, then In Progress, a callback each.
	 * @throws Refused when there is no such candidate, or no form is awaited
	 */
	public ProviderCandidate submitForm(long candidateId) {
		return submitForm(candidateId, Delivery.ONCE);
	}

	/** The same, with callbacks sent so. */
	public ProviderCandidate submitForm(long candidateId, Delivery delivery) {
		List<ProviderCandidate> states = this.candidates.submitForm(candidateId);
		this.callbacks.send(states, delivery);
		return states.getLast();
	}

	/**
	 * Sets an overall status code, known or not, and sends a callback.
	 * @throws Refused when there is no such candidate
	 */
	public ProviderCandidate setStatus(long candidateId, int code) {
		return setStatus(candidateId, code, Delivery.ONCE);
	}

	/** The same, with a callback sent so. */
	public ProviderCandidate setStatus(long candidateId, int code, Delivery delivery) {
		ProviderCandidate changed = this.candidates.status(candidateId, code);
		this.callbacks.send(List.of(changed), delivery);
		return changed;
	}

	/**
	 * Whether a second candidate with the same e-mail, phone or employee id is taken. One
	 * is in any case when the first was cancelled or closed; that is an assumption, the
	 * vendor does not document it.
	 */
	public void acceptDuplicates(boolean accept) {
		this.candidates.acceptDuplicates(accept);
	}

	/** Whether duplicates are taken; no at first. */
	public boolean acceptsDuplicates() {
		return this.candidates.acceptsDuplicates();
	}

	/** Sets the credits that are left. */
	public void credits(int left) {
		this.candidates.credits(left);
	}

	/** The credits that are left. */
	public int credits() {
		return this.candidates.credits();
	}

	/** How long a report address works from its making; ten minutes at first. */
	public void reportLinkLifetime(Duration lifetime) {
		this.links.lifetime(lifetime);
	}

	/** Holds the answer of the next add call after its candidate exists. */
	public Hold holdAfterCommit() {
		return this.holds.next();
	}

	/** Sets where callbacks go and their bearer secret, and enables them again. */
	public void callback(URI url, String secret) {
		this.callbacks.target(url, secret);
	}

	/** Where callbacks go, or null. */
	public @Nullable URI callbackUrl() {
		return this.callbacks.url();
	}

	/** Whether a 401 or 403 disabled the callbacks. */
	public boolean callbackDisabled() {
		return this.callbacks.isDisabled();
	}

	/** The callbacks that were due, oldest first, the last 10,000. */
	public List<SentCallback> callbacks() {
		return this.callbacks.sent();
	}

}
