package io.bgvbridge.sandbox.stackone;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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
 * StackOne's Screening API as its customers meet it: strict in what it takes, without any
 * way to ask how an order stands or to cancel it, and signed events that tell.
 */
public final class StackOneSimulator implements Simulator {

	/** The API key, there from the start. */
	public static final String API_KEY = "sandbox-stackone-key";

	/** The linked account at a screening vendor. */
	public static final String ACCOUNT_ID = "GnQoASvosYhE5wJcmmAQs";

	/** The secret that events are signed with at first. */
	public static final String SIGNING_SECRET = "sandbox-stackone-signing-secret";

	private final BasicKeys keys = new BasicKeys();

	private final Holds holds = new Holds();

	private final ResultPages pages = new ResultPages();

	private final ScreeningOrders orders = new ScreeningOrders(this.pages);

	private final ResultEvents events = new ResultEvents();

	private final StackOneApi api = new StackOneApi(this.keys, this.orders, this.holds, this.pages);

	private final PortalPage page = new PortalPage(this);

	private final Portal portal = new Portal(this, this.page);

	/** A project with one linked account and three packages. */
	public StackOneSimulator() {
		addKey(API_KEY);
	}

	@Override
	public String name() {
		return "stackone";
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
		return "StackOne and the screening vendor behind it: API key, webhook, orders";
	}

	@Override
	public Answer failure(int status) {
		return StackOneRefusal.wording(status, (status == 401) ? "Unauthorized" : "Injected by the sandbox", List.of());
	}

	@Override
	public void mountedAt(URI baseUrl) {
		this.page.mountedAt(baseUrl);
	}

	@Override
	public void shownAt(URI baseUrl) {
		this.pages.shownAt(baseUrl);
	}

	@Override
	public void unmounted() {
		this.events.close();
	}

	/** Adds an API key. */
	public void addKey(String key) {
		this.keys.add(key);
	}

	/** Ends an API key: calls with it get 401. */
	public void revokeKey(String key) {
		this.keys.revoke(key);
	}

	/** Whether the linked account is inactive: calls get 412. */
	public void accountDisabled(boolean disabled) {
		this.api.accountDisabled(disabled);
	}

	/** Whether the linked account is inactive; no at first. */
	public boolean accountDisabled() {
		return this.api.isAccountDisabled();
	}

	/** How many newlines precede an answer to {@code Prefer: heartbeat}; 2 at first. */
	public void heartbeats(int newlines) {
		this.api.heartbeats(newlines);
	}

	/** How many orders were placed, which is how often money was spent. */
	public int orderCount() {
		return this.orders.size();
	}

	/** All orders, newest first. */
	public List<ScreeningOrder> orders() {
		return this.orders.newest((order) -> true);
	}

	/** One order, or null. */
	public @Nullable ScreeningOrder order(String id) {
		return this.orders.find(id);
	}

	/** The orders with that {@code order_ref}, newest first. */
	public List<ScreeningOrder> findByOrderRef(String orderRef) {
		return this.orders.newest((order) -> orderRef.equals(order.orderRef()));
	}

	/** The orders for that e-mail address, newest first. */
	public List<ScreeningOrder> findByEmail(String email) {
		return this.orders.newest((order) -> order.email().equalsIgnoreCase(email));
	}

	/**
	 * Sets a status, known or not, and sends an event. A completed or failed order has a
	 * result page.
	 * @throws Refused when there is no such order
	 */
	public ScreeningOrder setStatus(String id, String status) {
		return setStatus(id, status, EventDelivery.ONCE);
	}

	/** The same, with the event sent so. */
	public ScreeningOrder setStatus(String id, String status, EventDelivery delivery) {
		return setStatuses(id, List.of(status), delivery);
	}

	/** Sets one status after the other, and sends an event for each. */
	public ScreeningOrder setStatuses(String id, List<String> statuses, EventDelivery delivery) {
		List<ScreeningOrder> states = statuses.stream()
			.map((status) -> this.orders.report(id, status, null, null))
			.toList();
		this.events.send(states, delivery);
		return states.getLast();
	}

	/** Sets a status with what the result says: a score of 100, and a sentence. */
	public ScreeningOrder setResult(String id, String status, @Nullable String score, @Nullable String summary,
			EventDelivery delivery) {
		ScreeningOrder changed = this.orders.report(id, status, score, summary);
		this.events.send(List.of(changed), delivery);
		return changed;
	}

	/**
	 * How long result pages work that are made from now on; null, as at first, for
	 * always.
	 */
	public void resultPageLifetime(@Nullable Duration lifetime) {
		this.pages.lifetime(lifetime);
	}

	/** Holds the answer of the next order after the order exists. */
	public Hold holdAfterCommit() {
		return this.holds.next();
	}

	/** Sets where events go. */
	public void callback(URI url) {
		this.events.target(url);
	}

	/** Where events go, or null. */
	public @Nullable URI callbackUrl() {
		return this.events.url();
	}

	/** The secret that events are signed with. */
	public String signingSecret() {
		return this.events.secret();
	}

	/** Sets the secret that events are signed with. */
	public void signingSecret(String secret) {
		this.events.secret(secret);
	}

	/** The events that were due, oldest first, the last 10,000. */
	public List<SentEvent> events() {
		return this.events.sent();
	}

}
