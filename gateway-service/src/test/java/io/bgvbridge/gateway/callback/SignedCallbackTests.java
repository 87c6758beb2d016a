package io.bgvbridge.gateway.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.Cord;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class SignedCallbackTests {

	private static final String STACKONE = """
			{"kind": "stackone", "apiToken": "so-key", "accountId": "acc-1", "signingSecret": "so-signing"}""";

	private static final String BODY = """
			{"event":"screening.result.completed",  "data":{"order_id":"o-1"}}""";

	@Autowired
	private Samples samples;

	@Autowired
	private Sealing sealing;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Cord cord;

	private final VendorStub vendor = new VendorStub();

	private Joined joined;

	private Caller provider;

	private String path;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connectTo(this.vendor, STACKONE);
		this.provider = this.samples.stranger();
		this.path = "/callbacks/stackone/" + this.joined.connectionId();
	}

	@AfterEach
	void close() {
		this.cord.mend();
		this.vendor.close();
	}

	@Test
	void publishesTheRawBodySealed() {
		Caller.Answer answer = send(this.path, BODY, "so-signing");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		ProviderCallbackReceived received = received().getFirst();
		assertThat(received.getProvider()).isEqualTo("stackone");
		assertThat(this.sealing.open(Topics.PROVIDER_CALLBACK_RECEIVED, this.joined.connectionId().toString(),
				Samples.bytes(received.getSealed())))
			.isEqualTo(BODY.getBytes());
	}

	@Test
	void takesARepeatedCallbackForOneEvent() {
		send(this.path, BODY, "so-signing");
		send(this.path, BODY, "so-signing");
		send(this.path, BODY + " ", "so-signing");
		List<UUID> events = received().stream().map(ProviderCallbackReceived::getEventId).toList();
		assertThat(events.get(0)).isEqualTo(events.get(1)).isNotEqualTo(events.get(2));
		send(this.path, "{\"id\": \"e-1\", \"data\": 1}", "so-signing");
		send(this.path, "{\"id\": \"e-1\", \"data\": 2}", "so-signing");
		Joined other = this.samples.connectTo(this.vendor, STACKONE);
		send("/callbacks/stackone/" + other.connectionId(), "{\"id\": \"e-1\"}", "so-signing");
		events = received().stream().map(ProviderCallbackReceived::getEventId).toList();
		assertThat(events.get(3)).isEqualTo(events.get(4)).hasToString(events.get(4).toString());
		assertThat(events.get(3).version()).isEqualTo(5);
		assertThat(this.samples.<ProviderCallbackReceived>published(other.connectionId()).getFirst().getEventId())
			.as("another connection's")
			.isNotEqualTo(events.get(3));
	}

	@Test
	void refusesWhateverIsNotSignedByItsProvider() {
		String good = Signing.base64Url("so-signing", BODY);
		Joined other = this.samples.connectTo(this.vendor, STACKONE.replace("so-signing", "other-secret"));
		Joined bearer = this.samples.connect(this.vendor);
		List<Caller.Answer> refused = List.of(this.provider.post(this.path, BODY), sent(this.path, BODY, ""),
				sent(this.path, BODY.replace("o-1", "o-2"), good), sent(this.path, BODY + "\n", good),
				send(this.path, BODY, "wrong"), send(this.path, BODY, "so-key"), send(this.path, BODY, "other-secret"),
				sent(this.path, BODY, good + "="), sent(this.path, BODY, Signing.hex("so-signing", BODY)),
				this.provider.postSigned(this.path, BODY, "X-Checkr-Signature", Signing.hex("so-signing", BODY)),
				sent("/callbacks/stackone/" + other.connectionId(), BODY, good),
				sent("/callbacks/checkr/" + this.joined.connectionId(), BODY, good),
				this.provider.postSigned("/callbacks/checkr/" + this.joined.connectionId(), BODY, "X-Checkr-Signature",
						Signing.hex("so-signing", BODY)),
				sent("/callbacks/springverify/" + this.joined.connectionId(), BODY, good),
				sent("/callbacks/stackone/" + bearer.connectionId(), BODY, good),
				sent("/callbacks/stackone/" + UUID.randomUUID(), BODY, good), sent(this.path + "/x", BODY, good),
				this.provider.authorized("Bearer so-signing").post(this.path, BODY),
				this.provider.authorized("Bearer " + bearer.callbackSecret()).post(this.path, BODY));
		assertThat(refused).extracting(Caller.Answer::status).containsOnly(401);
		for (Joined each : List.of(this.joined, other, bearer)) {
			assertThat(this.samples.<ProviderCallbackReceived>published(each.connectionId())).isEmpty();
		}
	}

	@Test
	void saysAloudThatAConnectionsProviderWasRefused(CapturedOutput output) {
		double before = this.meters.counter("bgv.callbacks.refused", "provider", "stackone").count();
		send(this.path, BODY, "wrong-secret");
		send("/callbacks/stackone/" + UUID.randomUUID(), BODY, "wrong-secret");
		assertThat(this.meters.counter("bgv.callbacks.refused", "provider", "stackone").count() - before).isOne();
		assertThat(output.getAll())
			.contains("callback.refused connection=" + this.joined.connectionId() + " provider=stackone")
			.doesNotContain("wrong-secret", "so-signing", "o-1", Signing.base64Url("wrong-secret", BODY));
	}

	@Test
	void refusesWhatIsOldAndTakesWhatTellsNoTime() {
		String old = "{\"sent_at\": \"%s\"}".formatted(Instant.now().minus(Duration.ofHours(73)));
		String recent = "{\"sent_at\": \"%s\"}".formatted(Instant.now().minus(Duration.ofHours(71)));
		assertThat(send(this.path, old, "so-signing").status()).isEqualTo(400);
		assertThat(received()).isEmpty();
		for (String taken : List.of(recent, "{\"sent_at\": 7}", "{\"sent_at\": \"today\"}", "{}")) {
			assertThat(send(this.path, taken, "so-signing").status()).isEqualTo(200);
		}
		assertThat(received()).hasSize(4);
	}

	@Test
	void refusesWhatIsNoJsonOrTooLong() {
		assertThat(send(this.path, "{", "so-signing").status()).isEqualTo(400);
		assertThat(send(this.path, "", "so-signing").status()).isEqualTo(400);
		assertThat(this.provider.postChunked(this.path, new byte[(1 << 20) + 1]).status()).isEqualTo(413);
		assertThat(received()).isEmpty();
	}

	@Test
	void answers503WhilePostgresIsAway() {
		this.cord.cut();
		Caller.Answer answer = send(this.path, BODY, "wrong");
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isNotBlank();
		this.cord.mend();
		await().atMost(Duration.ofSeconds(20)).until(() -> send(this.path, BODY, "so-signing").status() == 200);
	}

	private Caller.Answer send(String target, String body, String secret) {
		return sent(target, body, Signing.base64Url(secret, body));
	}

	private Caller.Answer sent(String target, String body, String signature) {
		return this.provider.postSigned(target, body, "x-stackone-signature", signature);
	}

	private List<ProviderCallbackReceived> received() {
		return this.samples.published(this.joined.connectionId());
	}

}
