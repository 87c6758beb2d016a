package io.bgvbridge.ashby;

import java.time.Duration;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How a key's scopes are found out without changing anything.
 */
class AshbyProbeTests {

	private final AshbyStub ashby = new AshbyStub();

	private final AshbyClient client = new AshbyClient(new VendorHttp(Duration.ofSeconds(5)));

	@AfterEach
	void stop() {
		this.ashby.close();
	}

	@Test
	void looksForSomebodyWhoCannotExist() {
		this.ashby.answersOnce(200, "{\"success\":true,\"results\":[]}");
		assertThat(this.client.mayReadCandidates(this.ashby.access())).isTrue();
		assertThat(this.ashby.call().path()).isEqualTo("/ashby/candidate.search");
		assertThat(this.ashby.call().body()).asString().isEqualTo("{\"email\":\"nobody@bgv-bridge.invalid\"}");
	}

	@Test
	void triesToWriteOnSomebodyElseEachTime() {
		this.ashby.answers(200, "words-only.json");
		assertThat(this.client.mayWriteCandidates(this.ashby.access())).isTrue();
		assertThat(this.client.mayWriteCandidates(this.ashby.access())).isTrue();
		assertThat(this.ashby.call().path()).isEqualTo("/ashby/candidate.createNote");
		assertThat(this.ashby.call().body()).asString()
			.contains("\"sendNotifications\":false")
			.containsPattern("\"candidateId\":\"[0-9a-f-]{36}\"");
		assertThat(this.ashby.calls().getFirst().body()).isNotEqualTo(this.ashby.call().body());
	}

	@ParameterizedTest
	@CsvSource({ "403, missing-permission.json", "403, permission-in-words.json", "200, missing-permission.json" })
	void knowsWhenTheScopeIsMissing(int status, String answer) {
		this.ashby.answers(status, answer);
		assertThat(this.client.mayReadCandidates(this.ashby.access())).isFalse();
		assertThat(this.client.mayWriteCandidates(this.ashby.access())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application-not-found.json", "codes-only.json", "invalid-input.json" })
	void takesAnyOtherRefusalAsPermission(String answer) {
		this.ashby.answers(200, answer);
		assertThat(this.client.mayReadCandidates(this.ashby.access())).isTrue();
		assertThat(this.client.mayWriteCandidates(this.ashby.access())).isTrue();
	}

	@Test
	void takesNothingForPermissionThatIsNotAshbysAnswer() {
		this.ashby.answers(404, "");
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> this.client.mayWriteCandidates(this.ashby.access()));
		this.ashby.answers(200, "cloudflare-1010.html");
		assertThatExceptionOfType(Unintelligible.class)
			.isThrownBy(() -> this.client.mayWriteCandidates(this.ashby.access()));
		this.ashby.answers(403, "key-wrong.json");
		assertThatExceptionOfType(Unauthorized.class)
			.isThrownBy(() -> this.client.mayWriteCandidates(this.ashby.access()));
		this.ashby.answers(429, "rate-limit.json");
		assertThatExceptionOfType(Throttled.class).isThrownBy(() -> this.client.mayReadCandidates(this.ashby.access()));
		this.ashby.answers(503, "");
		assertThatExceptionOfType(Unavailable.class)
			.isThrownBy(() -> this.client.mayReadCandidates(this.ashby.access()));
	}

}
