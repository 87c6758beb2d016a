package io.bgvbridge.sandbox.checkr;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.BasicKeys;
import io.bgvbridge.sandbox.http.Hold;
import io.bgvbridge.sandbox.http.Holds;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Simulator;
import org.jspecify.annotations.Nullable;

/**
 * Checkr as its customers meet it: strict in what it takes, with idempotency keys, rate
 * limits, a candidate who fills in the form, and webhooks that are repeated until they
 * are taken.
 */
public final class CheckrSimulator implements Simulator {

	/** The API key, there from the start. */
	public static final String API_KEY = "sandbox-checkr-key";

	/** The secret that webhooks are signed with at first, which at Checkr is the key. */
	public static final String SIGNING = API_KEY;

	private final BasicKeys keys = new BasicKeys();

	private final RateLimit rate = new RateLimit();

	private final Views views = new Views();

	private final Webhooks webhooks = new Webhooks();

	private final Holds holds = new Holds();

	private final Screenings screenings = new Screenings();

	private final CheckrApi api = new CheckrApi(this.keys, this.rate);

	private final PortalPage page = new PortalPage(this);

	private final Portal portal = new Portal(this, this.page);

	/** An account with three packages and the nodes ENG and SALES. */
	public CheckrSimulator() {
		addKey(API_KEY);
		new CandidateEndpoints(this.screenings.candidates(), this.webhooks, this.views).on(this.api.routes());
		new InvitationEndpoints(this.screenings, this.webhooks, this.views, this.holds).on(this.api.routes());
		new ReportEndpoints(this.screenings, this.views).on(this.api.routes());
	}

	@Override
	public String name() {
		return "checkr";
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
		return "Checkr's dashboard: API key, webhooks, invitations and reports";
	}

	@Override
	public Answer failure(int status) {
		String text = (status == 401) ? "Bad authentication error" : "Injected by the sandbox";
		return this.rate.take().on(CheckrRefusal.wording(status, text));
	}

	@Override
	public void mountedAt(URI baseUrl) {
		this.page.mountedAt(baseUrl);
	}

	@Override
	public void shownAt(URI baseUrl) {
		this.views.shownAt(baseUrl);
	}

	@Override
	public void unmounted() {
		this.webhooks.close();
	}

	/** Adds an API key. */
	public void addKey(String key) {
		this.keys.add(key);
	}

	/** Ends an API key: calls with it get 401. */
	public void revokeKey(String key) {
		this.keys.revoke(key);
	}

	/** How many calls a window of time allows; 1,200 a minute at first. */
	public void rateLimit(int calls, Duration window) {
		this.rate.set(calls, window);
	}

	/** How long invitations live that are made from now on; 7 days at first. */
	public void invitationLifetime(Duration lifetime) {
		this.screenings.invitations().lifetime(lifetime);
	}

	/** All candidates, newest first. */
	public List<CheckrCandidate> candidates() {
		return this.screenings.candidates().newest((candidate) -> true);
	}

	/** All invitations, deleted ones as well, newest first. */
	public List<Invitation> invitations() {
		return this.screenings.invitations().newest((invitation) -> true);
	}

	/** The invitations that carry this tag, newest first. */
	public List<Invitation> findByTag(String tag) {
		return this.screenings.invitations().newest((invitation) -> invitation.order().tags().contains(tag));
	}

	/** The invitations of candidates with that e-mail address, newest first. */
	public List<Invitation> findByEmail(String email) {
		List<String> ids = this.screenings.candidates()
			.newest((candidate) -> candidate.hasEmail(email))
			.stream()
			.map(CheckrCandidate::id)
			.toList();
		return this.screenings.invitations().newest((invitation) -> ids.contains(invitation.candidateId()));
	}

	/** All reports, newest first. */
	public List<CheckrReport> reports() {
		return this.screenings.reports().newest((report) -> true);
	}

	/**
	 * The candidate fills in the form: the invitation is completed and a report begins, a
	 * webhook each.
	 * @throws Refused when there is no such invitation, or it is not open
	 */
	public CheckrReport fillForm(String invitationId, WebhookDelivery delivery) {
		Screenings.Filled filled = this.screenings.fillForm(invitationId);
		this.webhooks
			.send(List.of(new Webhooks.Event("invitation.completed", this.views.invitation(filled.invitation())),
					new Webhooks.Event("report.created", this.views.report(filled.report()))), delivery);
		return filled.report();
	}

	/**
	 * Lets an invitation run out before its time.
	 * @throws Refused when there is no such invitation, or it is not open
	 */
	public Invitation expireInvitation(String invitationId, WebhookDelivery delivery) {
		Invitation expired = this.screenings.invitations().expire(invitationId);
		this.webhooks.send("invitation.expired", this.views.invitation(expired), delivery);
		return expired;
	}

	/**
	 * Completes a report, for the first time or anew.
	 * @throws Refused when there is no such report
	 */
	public CheckrReport complete(String reportId, CheckrReport.Verdict verdict, WebhookDelivery delivery) {
		return stand(reportId, "report.completed", (standing) -> standing.complete(verdict), delivery);
	}

	/** Suspends a report, because the candidate owes something. */
	public CheckrReport suspend(String reportId, WebhookDelivery delivery) {
		return stand(reportId, "report.suspended", (standing) -> standing.in("suspended"), delivery);
	}

	/** Lets a suspended or paused report go on. */
	public CheckrReport resume(String reportId, WebhookDelivery delivery) {
		return stand(reportId, "report.resumed", (standing) -> standing.in("pending"), delivery);
	}

	/** Pauses a report. */
	public CheckrReport pause(String reportId, WebhookDelivery delivery) {
		return stand(reportId, "report.updated", (standing) -> standing.in("paused"), delivery);
	}

	/** The candidate disputes a completed report; completing it again ends that. */
	public CheckrReport dispute(String reportId, WebhookDelivery delivery) {
		return stand(reportId, "report.disputed", (standing) -> standing.in("dispute"), delivery);
	}

	/** Cancels a report. */
	public CheckrReport cancelReport(String reportId, WebhookDelivery delivery) {
		return stand(reportId, "report.canceled", (standing) -> standing.in("canceled"), delivery);
	}

	/** The company decides: engaged, pre_adverse_action or post_adverse_action. */
	public CheckrReport adjudicate(String reportId, String adjudication, WebhookDelivery delivery) {
		return stand(reportId, "report." + adjudication, (standing) -> standing.adjudicated(adjudication), delivery);
	}

	/** Moves the time at which a report is expected; null for unknown. */
	public CheckrReport expect(String reportId, @Nullable Instant time, WebhookDelivery delivery) {
		return change(reportId, "report.updated", (report) -> report.expected(time), delivery);
	}

	/**
	 * Holds the answer of the next invitation after it exists. Its webhook is not held.
	 */
	public Hold holdAfterCommit() {
		return this.holds.next();
	}

	/** Sets where webhooks go; null for nowhere. */
	public void callback(@Nullable URI url) {
		this.webhooks.target(url);
	}

	/** Where webhooks go, or null. */
	public @Nullable URI callbackUrl() {
		return this.webhooks.url();
	}

	/** The secret that webhooks are signed with. */
	public String signingSecret() {
		return this.webhooks.secret();
	}

	/** Sets the secret that webhooks are signed with. */
	public void signingSecret(String secret) {
		this.webhooks.secret(secret);
	}

	/** How long to wait before a webhook is sent again; half a second at first. */
	public void retryDelay(Duration delay) {
		this.webhooks.retryDelay(delay);
	}

	/** Every attempt to deliver a webhook, oldest first, the last 10,000. */
	public List<SentWebhook> webhooks() {
		return this.webhooks.sent();
	}

	private CheckrReport stand(String reportId, String event, UnaryOperator<CheckrReport.Standing> step,
			WebhookDelivery delivery) {
		return change(reportId, event, (report) -> report.with(step.apply(report.standing()), Instant.now()), delivery);
	}

	private CheckrReport change(String reportId, String event, UnaryOperator<CheckrReport> change,
			WebhookDelivery delivery) {
		CheckrReport changed = this.screenings.reports().change(reportId, change);
		this.webhooks.send(event, this.views.report(changed), delivery);
		return changed;
	}

}
