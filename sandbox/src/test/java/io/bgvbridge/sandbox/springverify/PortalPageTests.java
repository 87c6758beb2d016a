package io.bgvbridge.sandbox.springverify;

import io.bgvbridge.sandbox.callback.CallbackReceiver;
import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortalPageTests {

	private final CallbackReceiver receiver = new CallbackReceiver();

	private final SpringVerifySimulator vendor = new SpringVerifySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.vendor);

	private final Caller caller = new Caller(this.server.url("springverify"),
			"Bearer " + SpringVerifySimulator.API_TOKEN);

	@AfterEach
	void close() {
		this.server.close();
		this.receiver.close();
	}

	@Test
	void showsWhatTheConsoleAsksFor() {
		assertThat(this.caller.get("/portal").text()).contains(SpringVerifySimulator.API_TOKEN,
				this.server.url("springverify").toString(), "Nobody is called back yet");
	}

	@Test
	void takesCallbackAddressAndSecretAndCompletesACheck() {
		long id = order();
		String candidate = "/portal/candidates/" + id;
		assertThat(this.caller.form("/portal/callback", "url", " " + this.receiver.url() + "\n", "secret", "hush")
			.header("Location")).isEqualTo("/springverify/portal");
		assertThat(this.caller.get("/portal").text()).contains("Callbacks go to", "Asha Rao", "Candidate answers")
			.doesNotContain("hush");
		this.caller.form(candidate, "deed", "submit-form");
		Caller.await(() -> this.receiver.bodies().size() == 2);
		assertThat(this.caller.get("/portal").text()).doesNotContain("Candidate answers");
		assertThat(this.caller.form(candidate, "deed", "submit-form").status()).isEqualTo(409);
		this.caller.form(candidate, "deed", "1");
		Caller.await(() -> this.receiver.bodies().size() == 3);
		assertThat(this.receiver.bodies().getLast().path("overall_status").asString()).isEqualTo("Completed");
		assertThat(this.receiver.headers("Authorization")).containsOnly("Bearer hush");
	}

	@Test
	void refusesWhatNoButtonSends() {
		String candidate = "/portal/candidates/" + order();
		assertThat(this.caller.form(candidate, "deed", "77").status()).isEqualTo(400);
		assertThat(this.caller.form("/portal/candidates/x", "deed", "1").status()).isEqualTo(404);
		assertThat(this.caller.form("/portal/callback", "url", "javascript:alert(1)", "secret", "s").status())
			.isEqualTo(400);
		assertThat(this.caller.form("/portal/credits", "credits", "-1").status()).isEqualTo(400);
		this.caller.form("/portal/credits", "credits", "0");
		assertThat(this.vendor.credits()).isZero();
	}

	private long order() {
		return this.caller.post("/external/v1/candidate/add", """
				{"candidate":{"name":"Asha Rao","email":"asha.rao@example.com","phone":"9876543210","invite":true,
				"meta_data":{"order_id":"o-1"}},"package":{"package_id":12,"subtype_id":34}}""")
			.json()
			.path("data")
			.path("candidate_id")
			.asLong();
	}

}
