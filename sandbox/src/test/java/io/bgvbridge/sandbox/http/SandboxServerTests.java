package io.bgvbridge.sandbox.http;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxServerTests {

	private final SandboxServer server = SandboxServer.start(0, new AshbySimulator(), new SpringVerifySimulator());

	private final Caller caller = new Caller(URI.create("http://localhost:" + this.server.port()));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void listsEveryRoute() {
		assertThat(this.caller.get("/").json().path("routes").valueStream())
			.extracting((route) -> route.path("method").asString() + " " + route.path("path").asString())
			.contains("POST /faults", "POST /ashby/assessment.update", "POST /ashby/ui/start",
					"POST /springverify/external/v1/candidate/add", "GET /springverify/reports/{id}");
	}

	@Test
	void tellsWhereServicesReachIt() {
		assertThat(this.caller.get("/routes").json().path("address").asString())
			.isEqualTo("http://localhost:" + this.server.port());
		try (SandboxServer other = SandboxServer.startForAll(0, URI.create("http://sandbox:8090"),
				new AshbySimulator())) {
			assertThat(other.url("ashby")).hasToString("http://sandbox:8090/ashby");
			Caller stranger = new Caller(URI.create("http://localhost:" + other.port()));
			assertThat(stranger.get("/routes").json().path("address").asString()).isEqualTo("http://sandbox:8090");
		}
	}

	@Test
	void answers404WhereNothingIs() {
		assertThat(this.caller.get("/elsewhere").status()).isEqualTo(404);
		assertThat(this.caller.get("/ashbyelsewhere/").status()).isEqualTo(404);
	}

	@Test
	void answers405WithWhatIsAllowed() {
		Caller.Reply reply = this.caller.post("/", "{}");
		assertThat(reply.status()).isEqualTo(405);
		assertThat(reply.header("Allow")).isEqualTo("GET");
	}

	@Test
	void refusesBodyAboveOneMebibyte() {
		assertThat(this.caller.post("/ashby/assessment.update", "x".repeat(1_048_577)).status()).isEqualTo(413);
	}

	@Test
	void namesThePortThatIsTaken() {
		assertThatThrownBy(() -> SandboxServer.start(this.server.port(), new AshbySimulator()).close())
			.isInstanceOf(UncheckedIOException.class)
			.hasMessageContaining(String.valueOf(this.server.port()));
	}

	@Test
	void recordsCallsWithSchemeInsteadOfSecret() {
		this.caller.as(Caller.basic(AshbySimulator.API_KEY + ":")).post("/ashby/apiKey.info", "{}");
		this.caller.as("Bearer wrong").get("/springverify/external/v1/candidate/packages?a=b");
		assertThat(this.caller.get("/calls").json()).hasSize(2);
		Caller.Reply calls = this.caller.get("/calls?vendor=ashby");
		assertThat(calls.json()).singleElement().satisfies((call) -> {
			assertThat(call.path("method").asString()).isEqualTo("POST");
			assertThat(call.path("path").asString()).isEqualTo("/apiKey.info");
			assertThat(call.path("status").asInt()).isEqualTo(200);
			assertThat(call.path("headers").path("authorization").asString()).isEqualTo("Basic");
			assertThat(call.path("requestBody").asString()).isEqualTo("{}");
			assertThat(call.path("responseBody").asString()).contains("candidates:read");
			assertThat(call.path("time").asString()).matches("\\d{4}-.*Z");
		});
		assertThat(this.server.calls().of("springverify", "candidate/packages")).singleElement()
			.satisfies((call) -> assertThat(call.status()).isEqualTo(401))
			.satisfies((call) -> assertThat(call.path()).endsWith("packages?a=b"));
	}

	@Test
	void refusesCallsOfUnknownVendor() {
		assertThat(this.caller.get("/calls?vendor=other").status()).isEqualTo(400);
	}

	@Test
	void recordsNoScreens() {
		this.caller.post("/ashby/ui/integration",
				"{\"baseUrl\":\"http://localhost:1/ashby\",\"externalApiToken\":\"secret\"}");
		assertThat(this.server.calls().list()).isEmpty();
	}

	@Test
	void forgetsCalls() {
		this.caller.get("/ashby/apiKey.info");
		this.caller.delete("/calls");
		assertThat(this.server.calls().list()).isEmpty();
	}

	@Test
	void keepsTheLastTenThousandCalls() {
		Calls calls = new Calls();
		Request request = Request.of("GET", URI.create("/x"), Map.of(), new byte[0]);
		for (int i = 0; i < 10_001; i++) {
			calls.add(Calls.call("ashby", request, "n=" + i, Instant.now(), null, null));
		}
		assertThat(calls.list()).hasSize(10_000).first().extracting(Call::path).isEqualTo("/x?n=1");
	}

}
