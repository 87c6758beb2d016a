package io.bgvbridge.gateway.callback;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ProviderCallbackReceived;
import io.bgvbridge.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class CallbackTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MeterRegistry meters;

	private final VendorStub vendor = new VendorStub();

	private Joined joined;

	private Caller provider;

	private String path;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
		this.provider = this.samples.stranger().authorized("Bearer " + this.joined.callbackSecret());
		this.path = "/callbacks/springverify/" + this.joined.connectionId();
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void publishesTheRawBodySealed() {
		String body = "{\"event\": \"completed\",  \"name\": \"Asha\\u0000 Rao\"}";
		Caller.Answer answer = this.provider.post(this.path, body);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("{}");
		ProviderCallbackReceived received = received().getFirst();
		assertThat(received.getProvider()).isEqualTo("springverify");
		byte[] sealed = Samples.bytes(received.getSealed());
		assertThat(this.sealing.open(Topics.PROVIDER_CALLBACK_RECEIVED, this.joined.connectionId().toString(), sealed))
			.isEqualTo(body.getBytes());
	}

	@Test
	void dropsNoEqualBody() {
		this.provider.post(this.path, "{\"event\": \"status_update\"}");
		this.provider.post(this.path, "{\"event\": \"status_update\"}");
		assertThat(received()).extracting(ProviderCallbackReceived::getEventId).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void refusesEverybodyElseAlike() {
		Caller stranger = this.samples.stranger();
		Joined other = this.samples.connect(this.vendor);
		Caller.Answer none = stranger.post(this.path, "{}");
		assertThat(none.status()).isEqualTo(401);
		List<Caller.Answer> refused = List.of(stranger.authorized("Bearer wrong").post(this.path, "{}"),
				stranger.authorized("Bearer " + other.callbackSecret()).post(this.path, "{}"),
				stranger.authorized("Bearer " + this.joined.token()).post(this.path, "{}"),
				stranger.basic("", this.joined.callbackSecret()).post(this.path, "{}"),
				this.provider.post("/callbacks/springverify/" + UUID.randomUUID(), "{}"),
				this.provider.post("/callbacks/springverify/x", "{}"));
		assertThat(refused).allSatisfy((answer) -> {
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.text()).isEqualTo(none.text());
		});
		assertThat(this.provider.post("/callbacks/checkr/" + this.joined.connectionId(), "{}").status()).isEqualTo(401);
		assertThat(received()).isEmpty();
	}

	@Test
	void saysAloudThatAConnectionsProviderWasRefused(CapturedOutput output) {
		double before = refused();
		String wrong = "bgvs_" + "W".repeat(43);
		this.samples.stranger().authorized("Bearer " + wrong).post(this.path, "{}");
		this.samples.stranger().post(this.path, "{}");
		this.samples.stranger()
			.authorized("Bearer " + wrong)
			.post("/callbacks/springverify/" + UUID.randomUUID(), "{}");
		assertThat(refused() - before).isEqualTo(2);
		assertThat(output.getAll()).contains("callback.refused connection=" + this.joined.connectionId())
			.doesNotContain(wrong, this.joined.callbackSecret());
	}

	private double refused() {
		return this.meters.counter("bgv.callbacks.refused", "provider", "springverify").count();
	}

	@Test
	void listensForADisabledConnectionButNotForADeletedOne() {
		this.jdbc.sql("update connection set status = 'DISABLED' where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		assertThat(this.provider.post(this.path, "{}").status()).isEqualTo(200);
		this.jdbc.sql("update connection set status = 'DELETED' where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		assertThat(this.provider.post(this.path, "{}").status()).isEqualTo(401);
	}

	@Test
	void refusesWhatIsNoJson() {
		assertThat(this.provider.post(this.path, "{").status()).isEqualTo(400);
		assertThat(this.provider.post(this.path, "").status()).isEqualTo(400);
		assertThat(this.provider.post(this.path, "   ").status()).isEqualTo(400);
		assertThat(this.provider.sending("text/plain").post(this.path, "{}").status()).isEqualTo(415);
		assertThat(this.provider.postChunked(this.path, new byte[(1 << 20) + 1]).status()).isEqualTo(413);
		assertThat(received()).isEmpty();
	}

	private List<ProviderCallbackReceived> received() {
		return this.samples.published(this.joined.connectionId());
	}

}
