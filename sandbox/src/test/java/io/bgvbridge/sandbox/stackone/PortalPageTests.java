package io.bgvbridge.sandbox.stackone;

import io.bgvbridge.sandbox.callback.CallbackReceiver;
import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortalPageTests {

	private final CallbackReceiver receiver = new CallbackReceiver();

	private final StackOneSimulator vendor = new StackOneSimulator();

	private final SandboxServer server = SandboxServer.start(0, this.vendor);

	private final Caller caller = new Caller(this.server.url("stackone"),
			Caller.basic(StackOneSimulator.API_KEY + ":"));

	@AfterEach
	void close() {
		this.server.close();
		this.receiver.close();
	}

	@Test
	void showsWhatTheConsoleAsksFor() {
		assertThat(this.caller.get("/portal").text()).contains(StackOneSimulator.API_KEY, StackOneSimulator.ACCOUNT_ID,
				StackOneSimulator.SIGNING_SECRET, "Events go nowhere yet");
	}

	@Test
	void completesAnOrder() {
		this.caller.form("/portal/webhook", "url", this.receiver.url().toString(), "secret", "agreed");
		assertThat(this.vendor.signingSecret()).isEqualTo("agreed");
		String id = order();
		assertThat(this.caller.get("/portal").text()).contains(id, "Asha Rao", "pending");
		this.caller.form("/portal/orders/" + id, "deed", "in_progress");
		this.caller.form("/portal/orders/" + id, "deed", "completed");
		Caller.await(() -> this.receiver.bodies().size() == 2);
		assertThat(this.vendor.orders().getFirst().result().resultUrl()).isNotNull();
		assertThat(this.caller.form("/portal/orders/" + id, "deed", "lost").status()).isEqualTo(400);
		assertThat(this.caller.form("/portal/orders/none", "deed", "completed").status()).isEqualTo(404);
	}

	private String order() {
		return this.caller.send(this.caller.json("/unified/screening/orders", """
				{"package_id":"54321","candidate":{"first_name":"Asha","last_name":"Rao",
				"email":"asha.rao@example.com"}}""").header("x-account-id", StackOneSimulator.ACCOUNT_ID))
			.json()
			.path("data")
			.path("id")
			.asString();
	}

}
