package io.bgvbridge.sandbox.stackone;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.Hold;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class StackOneApiTests {

	private static final String PACKAGES = "/unified/screening/packages";

	private static final String ORDERS = "/unified/screening/orders";

	private static final String ORDER = """
			{"package_id":"54321","candidate":{"first_name":"Asha","last_name":"Rao","email":"asha.rao@example.com"},
			"unified_custom_fields":{"order_ref":"o-1"},"passthrough":{"phone":"+919876543210"}}""";

	private final StackOneSimulator vendor = new StackOneSimulator();

	private final SandboxServer server = SandboxServer.start(0, this.vendor);

	private final Caller caller = new Caller(this.server.url("stackone"),
			Caller.basic(StackOneSimulator.API_KEY + ":"));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void listsPackagesOverTwoPages() {
		List<String> ids = new ArrayList<>();
		JsonNode page = get(PACKAGES + "?page_size=100").json();
		assertThat(page.path("next").isString()).isTrue();
		page.path("data").forEach((each) -> ids.add(each.path("id").asString()));
		JsonNode rest = get(PACKAGES + "?page_size=100&next=" + page.path("next").asString()).json();
		assertThat(rest.path("next").isNull()).isTrue();
		rest.path("data").forEach((each) -> ids.add(each.path("id").asString()));
		assertThat(ids).containsExactly("54321", "54322", "54323");
		assertThat(get(PACKAGES + "?page_size=1").json().path("data")).hasSize(1);
		assertThat(get(PACKAGES + "/54322").json().path("data").path("name").asString())
			.isEqualTo("Employment and education");
	}

	@ParameterizedTest
	@CsvSource({ "?next=x,400", "?page_size=0,400", "?page_size=many,400", "?colour=1,400", "/1,404" })
	void refusesUnfitListing(String query, int status) {
		assertThat(get(PACKAGES + query).status()).isEqualTo(status);
	}

	@Test
	void takesAnOrder() {
		Caller.Reply reply = order(ORDER);
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.json().path("statusCode").asInt()).isEqualTo(201);
		ScreeningOrder placed = this.vendor.findByOrderRef("o-1").getFirst();
		assertThat(reply.json().path("data").path("id").asString()).isEqualTo(placed.id());
		assertThat(reply.json().path("data").path("remote_id").asString()).isEqualTo(placed.remoteId());
		assertThat(placed.result().status()).isEqualTo("pending");
		assertThat(placed.passthrough().path("phone").asString()).isEqualTo("+919876543210");
		assertThat(this.vendor.findByEmail("ASHA.RAO@example.com")).containsExactly(placed);
	}

	@Test
	void takesEveryRepetitionForANewOrder() {
		order(ORDER);
		order(ORDER);
		assertThat(this.vendor.findByOrderRef("o-1")).hasSize(2);
		assertThat(this.vendor.orderCount()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer sandbox-stackone-key", "Basic c2FuZGJveC1zdGFja29uZS1rZXk6eA==",
			"Basic c2FuZGJveC1zdGFja29uZS1rZXk=" })
	void answers401ToOtherCredentials(String authorization) {
		Caller.Reply reply = this.caller.as(authorization).send(posted(this.caller.as(authorization), ORDER));
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("statusCode").asInt()).isEqualTo(401);
		assertThat(reply.json().path("timestamp").isString()).isTrue();
		assertThat(this.vendor.orderCount()).isZero();
	}

	@Test
	void wantsAKnownAndActiveAccount() {
		assertThat(this.caller.post(ORDERS, ORDER).status()).isEqualTo(400);
		assertThat(this.caller.post(ORDERS, ORDER).json().path("message").asString()).contains("x-account-id");
		HttpRequest.Builder other = this.caller.json(ORDERS, ORDER).header("x-account-id", "other");
		assertThat(this.caller.send(other).status()).isEqualTo(403);
		this.vendor.accountDisabled(true);
		assertThat(order(ORDER).status()).isEqualTo(412);
		assertThat(this.vendor.orderCount()).isZero();
		this.caller.post("/ui/settings", "{\"accountDisabled\":false}");
		assertThat(order(ORDER).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "\"package_id\":\"54321\", | `` | package_id",
			"\"54321\" | 54321 | package_id", "\"first_name\":\"Asha\", | `` | candidate.first_name",
			"\"last_name\":\"Rao\" | \"last_name\":\" \" | candidate.last_name",
			"\"asha.rao@example.com\" | \"asha.rao\" | candidate.email",
			"\"asha.rao@example.com\" | null | candidate.email",
			"\"first_name\" | \"phone\":\"1\",\"first_name\" | candidate.phone",
			"\"passthrough\":{ | \"colour\":{ | colour", "{\"order_ref\":\"o-1\"} | \"o-1\" | unified_custom_fields" })
	void refusesUnfitMember(String good, String bad, String path) {
		String body = ORDER.replace("\n", "").replace(good, bad);
		assertThat(body).isNotEqualTo(ORDER.replace("\n", ""));
		Caller.Reply reply = order(body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("errors").valueStream()).singleElement()
			.satisfies((error) -> assertThat(error.asString()).startsWith(path + " "));
		assertThat(this.vendor.orderCount()).isZero();
	}

	@Test
	void refusesUnknownPackageAndWhatIsNotJson() {
		assertThat(order(ORDER.replace("54321", "1")).status()).isEqualTo(422);
		assertThat(order("{").status()).isEqualTo(400);
		assertThat(order("[]").status()).isEqualTo(400);
		HttpRequest.Builder form = this.caller.request(ORDERS)
			.header("x-account-id", StackOneSimulator.ACCOUNT_ID)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(ORDER));
		assertThat(this.caller.send(form).status()).isEqualTo(400);
		assertThat(order("{}").json().path("errors")).hasSize(4);
	}

	@Test
	void putsNewlinesBeforeAnAnswerThatWasKeptAlive() {
		assertThat(order(ORDER).text()).startsWith("{");
		Caller.Reply reply = this.caller.send(posted(this.caller, ORDER).header("Prefer", "heartbeat"));
		assertThat(reply.text()).startsWith("\n\n{");
		assertThat(reply.json().path("data").path("id").isString()).isTrue();
	}

	@Test
	void cannotBeAsked() {
		order(ORDER);
		String id = this.vendor.orders().getFirst().id();
		assertThat(get(ORDERS).status()).isEqualTo(405);
		assertThat(get(ORDERS + "/" + id).status()).isEqualTo(404);
		assertThat(this.caller.delete(ORDERS + "/" + id).status()).isEqualTo(400);
	}

	@Test
	void holdsTheAnswerAfterTheOrderExists() throws Exception {
		try (Hold hold = this.vendor.holdAfterCommit()) {
			CompletableFuture<Caller.Reply> reply = CompletableFuture.supplyAsync(() -> order(ORDER));
			assertThat(hold.awaitReached(Duration.ofSeconds(10))).isTrue();
			assertThat(this.vendor.orderCount()).isEqualTo(1);
			assertThat(reply).isNotDone();
			hold.release();
			assertThat(reply.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
		}
	}

	private Caller.Reply get(String path) {
		return this.caller.send(this.caller.request(path).header("x-account-id", StackOneSimulator.ACCOUNT_ID).GET());
	}

	private Caller.Reply order(String body) {
		return this.caller.send(posted(this.caller, body));
	}

	private static HttpRequest.Builder posted(Caller caller, String body) {
		return caller.json(ORDERS, body).header("x-account-id", StackOneSimulator.ACCOUNT_ID);
	}

}
