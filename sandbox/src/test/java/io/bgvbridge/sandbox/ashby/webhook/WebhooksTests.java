package io.bgvbridge.sandbox.ashby.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhooksTests {

	private static final String SECRET = "8b943c474f5d1e1712f13e1a870b485c9b6b2b57";

	private final WebhookReceiver receiver = new WebhookReceiver();

	private final Webhooks webhooks = new Webhooks();

	@AfterEach
	void close() {
		this.webhooks.close();
		this.receiver.close();
	}

	@Test
	void pingsWithTheContractsSignature() {
		assertThat(register().enabled()).isTrue();
		WebhookReceiver.Event ping = this.receiver.all().getFirst();
		assertThat(new String(ping.raw(), StandardCharsets.UTF_8))
			.isEqualTo("{\"action\":\"ping\",\"data\":{\"webhookActionType\":\"ping\"}}");
		assertThat(ping.signature())
			.isEqualTo("sha256=67edda98b5b10b6a0081122e34bd2d67b83a6db90092af90130f0cb38fbb3efd");
		assertThat(ping.agent()).isEqualTo("Ashby-Webhook");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 401, 404, 500, 503 })
	void disablesWhatDoesNotAnswerThePing(int status) {
		this.receiver.answers(status);
		Webhook webhook = register();
		assertThat(webhook.enabled()).isFalse();
		this.webhooks.send(List.of(event("candidateHire")));
		this.receiver.answers(200);
		assertThat(this.webhooks.edit(webhook.id(), null).enabled()).isTrue();
		assertThat(this.receiver.events()).isEmpty();
	}

	@Test
	void disablesWhereNobodyListens() {
		this.receiver.close();
		assertThat(register().enabled()).isFalse();
		assertThat(this.webhooks.deliveries()).singleElement()
			.satisfies((delivery) -> assertThat(delivery.status()).isNull());
	}

	@Test
	void refusesASecondWebhookAtOneAddressAndOneWithoutSecret() {
		register();
		assertThatExceptionOfType(Refused.class).isThrownBy(this::register).withMessage("Duplicate webhook");
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.webhooks.register(URI.create("http://localhost:1/x"), " "));
	}

	@Test
	void triesAgainUntilAnswered2xx() {
		this.webhooks.retrySpeed(1000);
		register();
		this.receiver.answers(503);
		this.webhooks.send(List.of(event("candidateHire")));
		Caller.await(() -> this.receiver.events().size() >= 3);
		this.receiver.answers(204);
		Caller.await(() -> this.webhooks.deliveries()
			.stream()
			.anyMatch((sent) -> Integer.valueOf(204).equals(sent.status())));
		List<WebhookDelivery> sent = delivered();
		assertThat(sent).extracting(WebhookDelivery::attempt)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, sent.size()).boxed().toList());
		assertThat(sent).extracting(WebhookDelivery::webhookActionId).containsOnly("deed");
		assertThat(this.receiver.events()).extracting((event) -> HexFormat.of().formatHex(event.raw()))
			.containsOnly(HexFormat.of().formatHex(event("candidateHire").body()));
	}

	@Test
	void givesUpAfterTenAttempts() {
		this.webhooks.retrySpeed(10_000);
		register();
		this.receiver.answers(500);
		this.webhooks.send(List.of(event("candidateHire")));
		Caller.await(() -> delivered().size() == 10);
		pause();
		assertThat(delivered()).hasSize(10);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404, 405, 410 })
	void neverTriesAgainAfter(int status) {
		this.webhooks.retrySpeed(10_000);
		register();
		this.receiver.answers(status);
		this.webhooks.send(List.of(event("candidateHire")));
		Caller.await(() -> delivered().size() == 1);
		pause();
		assertThat(this.receiver.events()).hasSize(1);
	}

	@Test
	void waitsAsLongAsAshbyBeforeARetry() {
		assertThat(Deliveries.delay(1)).isEqualTo(Duration.ofSeconds(10));
		assertThat(Deliveries.delay(2)).isEqualTo(Duration.ofSeconds(30));
		assertThat(Deliveries.delay(9)).isEqualTo(Duration.ofSeconds(5110));
		register();
		this.receiver.answers(500);
		this.webhooks.send(List.of(event("candidateHire")));
		Caller.await(() -> delivered().size() == 1);
		pause();
		assertThat(this.receiver.events()).hasSize(1);
	}

	@Test
	void deliversOnceMoreWithTodaysSecret() {
		Webhook webhook = register();
		this.webhooks.send(List.of(event("candidateHire")));
		Caller.await(() -> delivered().size() == 1);
		this.webhooks.edit(webhook.id(), "another");
		WebhookDelivery again = this.webhooks.again(delivered().getFirst().number());
		assertThat(again.attempt()).isEqualTo(2);
		assertThat(this.receiver.events()).hasSize(2);
		WebhookReceiver.Event last = this.receiver.events().getLast();
		assertThat(last.raw()).isEqualTo(this.receiver.events().getFirst().raw());
		assertThat(last.signature()).isEqualTo(Wire.signature("another", last.raw()))
			.isNotEqualTo(this.receiver.events().getFirst().signature());
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.webhooks.again(99));
	}

	@Test
	void sendsNothingMoreToAWebhookThatIsGone() {
		this.webhooks.retrySpeed(100);
		Webhook webhook = register();
		this.receiver.answers(500);
		this.webhooks.send(List.of(event("candidateHire")));
		Caller.await(() -> delivered().size() == 1);
		this.webhooks.remove(webhook.id());
		int before = this.receiver.events().size();
		pause();
		assertThat(this.receiver.events()).hasSizeLessThanOrEqualTo(before + 1);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.webhooks.remove(webhook.id()));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.webhooks.edit(webhook.id(), null));
	}

	@Test
	void fallsSilentWhenClosed() {
		this.webhooks.retrySpeed(1000);
		register();
		this.receiver.answers(500);
		this.webhooks.send(List.of(event("candidateHire")));
		Caller.await(() -> !delivered().isEmpty());
		this.webhooks.close();
		int before = this.receiver.events().size();
		this.webhooks.send(List.of(event("candidateHire")));
		pause();
		assertThat(this.receiver.events()).hasSizeLessThanOrEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 10_001 })
	void refusesASpeedThatMakesNoSense(int speed) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.webhooks.retrySpeed(speed));
	}

	private Webhook register() {
		return this.webhooks.register(this.receiver.url(), SECRET);
	}

	private List<WebhookDelivery> delivered() {
		return this.webhooks.deliveries().stream().filter((sent) -> !sent.action().equals("ping")).toList();
	}

	private static WebhookEvent event(String action) {
		return new WebhookEvent(action, "deed", Json.object());
	}

	private static void pause() {
		LockSupport.parkNanos(300_000_000);
	}

}
