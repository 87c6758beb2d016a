package io.bgvbridge.sandbox.springverify;

import java.net.http.HttpRequest;
import java.time.Duration;
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

class OrdersTests {

	private static final String ADD = "/external/v1/candidate/add";

	private static final String ORDER = """
			{"candidate":{"name":"Asha Rao","email":"asha.rao@example.com","phone":"9876543210","employee_id":"E1",
			"invite":true,"category_id":3,"tags":[{"id":9}],"meta_data":{"order_id":"o-1"}},
			"package":{"package_id":12,"subtype_id":34,"config":{}},"send_invite_email":true}""";

	private final SpringVerifySimulator vendor = new SpringVerifySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.vendor);

	private final Caller caller = new Caller(this.server.url("springverify"),
			"Bearer " + SpringVerifySimulator.API_TOKEN);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void listsPackagesAndCredits() {
		this.vendor.credits(41);
		JsonNode data = this.caller.get("/external/v1/candidate/packages").json().path("data");
		assertThat(data.path("credit_balance").asInt()).isEqualTo(41);
		assertThat(data.path("packages").valueStream())
			.extracting((row) -> row.path("package_id").asInt() + ":" + row.path("subtype_id").asInt())
			.containsExactly("12:34", "12:35", "15:41");
	}

	@Test
	void addsCandidateAndTakesOneCredit() {
		Caller.Reply reply = this.caller.post(ADD, ORDER);
		assertThat(reply.status()).isEqualTo(200);
		JsonNode data = reply.json().path("data");
		assertThat(data.path("meta_data").path("order_id").asString()).isEqualTo("o-1");
		assertThat(data.path("bgv_url").asString()).matches("http://.*/candidate/bgv\\?token=[\\w-]{32}");
		assertThat(this.vendor.candidateCount()).isEqualTo(1);
		assertThat(this.vendor.credits()).isEqualTo(99_999);
		ProviderCandidate added = this.vendor.candidate(data.path("candidate_id").asLong());
		assertThat(added).isNotNull();
		assertThat(added.code()).isEqualTo(3);
		assertThat(this.vendor.findByOrderId("o-1")).containsExactly(added);
		assertThat(this.vendor.findByEmail("ASHA.RAO@example.com")).containsExactly(added);
		assertThat(this.vendor.findByOrderId("o-2")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer wrong", "Basic c2FuZGJveA==", "sandbox-springverify-token",
			"bearer sandbox-springverify-token " })
	void answers401ToBadToken(String authorization) {
		for (Caller.Reply reply : new Caller.Reply[] { this.caller.as(authorization).post(ADD, ORDER),
				this.caller.as(authorization).get("/external/v1/candidate/packages") }) {
			assertThat(reply.status()).isEqualTo(401);
			assertThat(reply.text()).isEqualTo("{\"msg\":\"Invalid token\"}");
		}
		assertThat(this.vendor.candidateCount()).isZero();
	}

	@Test
	void letsTokensRotate() {
		this.vendor.addToken("next");
		assertThat(this.caller.as("Bearer next").get("/external/v1/candidate/packages").status()).isEqualTo(200);
		this.vendor.revokeToken(SpringVerifySimulator.API_TOKEN);
		assertThat(this.caller.get("/external/v1/candidate/packages").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "\"Asha Rao\" | \"A\" | candidate.name",
			"\"Asha Rao\" | \"Asha R4o\" | candidate.name", "\"Asha Rao\" | \"  \" | candidate.name",
			"\"Asha Rao\" | null | candidate.name", "\"name\":\"Asha Rao\", | `` | candidate.name",
			"\"asha.rao@example.com\" | \"asha.rao\" | candidate.email",
			"\"email\":\"asha.rao@example.com\", | `` | candidate.email",
			"\"9876543210\" | \"+919876543210\" | candidate.phone",
			"\"9876543210\" | \"09876543210\" | candidate.phone", "\"9876543210\" | \"5876543210\" | candidate.phone",
			"\"9876543210\" | \"98765 43210\" | candidate.phone", "\"9876543210\" | 9876543210 | candidate.phone",
			"\"9876543210\" | null | candidate.phone", "\"invite\":true | \"invite\":\"true\" | candidate.invite",
			"\"invite\":true, | `` | candidate.invite", "\"category_id\":3 | \"category_id\":4 | candidate.category_id",
			"[{\"id\":9}] | [{\"id\":8}] | candidate.tags", "\"E1\" | 1 | candidate.employee_id",
			"{\"order_id\":\"o-1\"} | \"o-1\" | candidate.meta_data",
			"\"employee_id\":\"E1\" | \"resume\":\"file\" | candidate.resume",
			"\"employee_id\":\"E1\" | \"uan_number\":\"12\" | candidate.uan_number",
			"\"employee_id\":\"E1\" | \"alternate_phone\":\"12\" | candidate.alternate_phone",
			"\"employee_id\":\"E1\" | \"phone_number\":\"9876543210\" | candidate.phone_number",
			"\"package_id\":12 | \"package_id\":\"12\" | package.package_id",
			"\"subtype_id\":34, | `` | package.subtype_id", "\"config\":{} | \"config\":7 | package.config",
			"\"send_invite_email\":true | \"send_invite_email\":1 | send_invite_email" })
	void refusesUnfitMember(String good, String bad, String path) {
		String body = ORDER.replace("\n", "").replace(good, bad);
		assertThat(body).isNotEqualTo(ORDER.replace("\n", ""));
		Caller.Reply reply = this.caller.post(ADD, body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("errors").valueStream()).singleElement()
			.satisfies((error) -> assertThat(error.path("path").asString()).isEqualTo(path))
			.satisfies((error) -> assertThat(error.path("msg").asString()).isNotBlank());
		assertThat(this.vendor.candidateCount()).isZero();
	}

	@Test
	void tellsAllProblemsAtOnce() {
		assertThat(this.caller.post(ADD, "{}").json().path("errors")).hasSize(6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"subtype_id\":41", "\"subtype_id\":99" })
	void refusesUnknownPair(String subtype) {
		Caller.Reply reply = this.caller.post(ADD, ORDER.replace("\"subtype_id\":34", subtype));
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.json().path("errors").path(0).path("path").asString()).isEqualTo("package");
	}

	@Test
	void refusesWhatIsNotJson() {
		assertThat(this.caller.post(ADD, "{").status()).isEqualTo(400);
		assertThat(this.caller.post(ADD, "[]").status()).isEqualTo(400);
		HttpRequest.Builder form = this.caller.request(ADD)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(ORDER));
		assertThat(this.caller.send(form).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "candidate.email,asha.rao@example.com", "candidate.phone,9876543210", "candidate.employee_id,E1" })
	void refusesDuplicate(String path, String same) {
		this.caller.post(ADD, ORDER);
		String other = ORDER.replace("asha.rao@example.com", "b@example.com")
			.replace("9876543210", "9876543211")
			.replace("E1", "E2");
		String again = other.replace(switch (path) {
			case "candidate.email" -> "b@example.com";
			case "candidate.phone" -> "9876543211";
			default -> "E2";
		}, same);
		Caller.Reply reply = this.caller.post(ADD, again);
		assertThat(reply.status()).isEqualTo(409);
		assertThat(reply.json().path("errors").path(0).path("path").asString()).isEqualTo(path);
		assertThat(this.caller.post(ADD, other).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "10,200", "8,200", "1,409", "6,409", "9,409" })
	void takesAPersonAgainOnceCancelledOrClosed(int code, int status) {
		long first = this.caller.post(ADD, ORDER).json().path("data").path("candidate_id").asLong();
		this.vendor.setStatus(first, code);
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(status);
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(409);
		this.vendor.setStatus(first, 0);
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(409);
	}

	@Test
	void takesDuplicatesWhenTold() {
		this.caller.post(ADD, ORDER);
		assertThat(this.caller.post("/ui/settings", "{\"acceptDuplicates\":true}").status()).isEqualTo(200);
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(200);
		assertThat(this.vendor.findByOrderId("o-1")).hasSize(2);
	}

	@Test
	void refusesWithoutCredits() {
		assertThat(this.caller.post("/ui/settings", "{\"credits\":0}").json().path("credits").asInt()).isZero();
		Caller.Reply reply = this.caller.post(ADD, ORDER);
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.text()).contains("Insufficient credits");
		assertThat(this.caller.post("/ui/settings", "{\"credits\":-1}").status()).isEqualTo(400);
		this.vendor.credits(1);
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(200);
	}

	@Test
	void seedsCandidatesWhoBlockNobody() {
		long first = this.vendor.seed(1000);
		assertThat(this.vendor.candidateCount()).isEqualTo(1000);
		assertThat(this.vendor.credits()).isEqualTo(100_000);
		assertThat(this.caller.get("/external/v1/candidate/details?candidate_id=" + (first + 999))
			.json()
			.path("data")
			.path("overall_status_code")
			.asInt()).isEqualTo(3);
		assertThat(this.caller.post(ADD, ORDER).json().path("data").path("candidate_id").asLong())
			.isEqualTo(first + 1000);
	}

	@Test
	void holdsTheAnswerAfterTheCandidateExists() throws Exception {
		try (Hold hold = this.vendor.holdAfterCommit()) {
			CompletableFuture<Caller.Reply> reply = CompletableFuture.supplyAsync(() -> this.caller.post(ADD, ORDER));
			assertThat(hold.awaitReached(Duration.ofSeconds(10))).isTrue();
			assertThat(this.vendor.candidateCount()).isEqualTo(1);
			assertThat(reply).isNotDone();
			hold.release();
			assertThat(reply.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
		}
	}

	@Test
	void holdsNobodyWhenNoCallComes() throws Exception {
		Hold hold = this.vendor.holdAfterCommit();
		assertThat(hold.awaitReached(Duration.ofMillis(20))).isFalse();
		hold.release();
		assertThat(this.caller.post(ADD, ORDER).status()).isEqualTo(200);
	}

}
