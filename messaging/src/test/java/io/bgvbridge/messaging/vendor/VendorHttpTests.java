package io.bgvbridge.messaging.vendor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class VendorHttpTests {

	private static final int MOST = 1_000;

	private final VendorHttp http = new VendorHttp(Duration.ofSeconds(1));

	private VendorServer vendor = VendorServer.answering("200 OK", "");

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void saysWhoIsCalling() {
		serve(VendorServer.answering("200 OK\r\nX-Is: it", "hello"));

		Answer answer = post(this.vendor.address());

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
		assertThat(answer.headers().getFirst("X-Is")).isEqualTo("it");
		assertThat(this.vendor.requests()).singleElement()
			.asString()
			.startsWith("POST /candidates HTTP/1.1")
			.containsIgnoringCase("user-agent: BGV-Bridge/1.0\r\n");
	}

	@Test
	void toleratesASlashAfterTheAddress() {
		post(URI.create(this.vendor.address() + "//"));

		assertThat(this.vendor.requests()).singleElement().asString().startsWith("POST /candidates HTTP/1.1");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 204, 301, 302, 307, 400, 401, 403, 404, 409, 422 })
	void leavesTheMeaningOfAnAnswerToItsClient(int status) {
		serve(VendorServer.answering(status + " Status\r\nLocation: " + this.vendor.address() + "/elsewhere", ""));

		assertThat(post(this.vendor.address()).status()).isEqualTo(status);
		assertThat(this.vendor.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 500, 502, 503, 504, 529 })
	void takesAServersFailureForAnUnknownOutcome(int status) {
		serve(VendorServer.answering(status + " Status\r\nRetry-After: 7", "words about a person"));

		Unavailable failure = unavailable(this.vendor.address());

		assertThat(failure.sent()).isEqualTo(Sent.PERHAPS);
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(failure).hasMessageContaining("" + status).hasMessageNotContaining("person");
	}

	@Test
	void readsHowManySecondsToWait() {
		assertThat(throttledWith("Retry-After: 30")).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void readsUntilWhenToWait() {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME
			.format(Instant.now().plusSeconds(90).atOffset(ZoneOffset.UTC));

		assertThat(throttledWith("Retry-After: " + date)).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
	}

	@Test
	void doesNotWaitForADateThatIsOver() {
		assertThat(throttledWith("Retry-After: Wed, 21 Oct 2015 07:28:00 GMT")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Other: 1", "Retry-After: soon", "Retry-After: -5", "Retry-After:",
			"Retry-After: 99999999999999999999" })
	void knowsNoWaitWhereTheVendorSaysNoneThatItUnderstands(String header) {
		assertThat(throttledWith(header)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Retry-After: 9223372036854775807", "Retry-After: 31536000",
			"Retry-After: Fri, 31 Dec 9999 23:59:59 GMT" })
	void waitsNoLongerThanADay(String header) {
		assertThat(throttledWith(header)).isEqualTo(Duration.ofDays(1));
	}

	@Test
	void knowsThatARefusedConnectionCarriedNothing() throws IOException {
		URI nobody;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
		}

		assertThat(unavailable(nobody).sent()).isEqualTo(Sent.NO);
	}

	@Test
	void knowsThatAnUnknownHostGotNothing() {
		assertThat(unavailable(URI.create("http://nobody.invalid")).sent()).isEqualTo(Sent.NO);
	}

	@Test
	void takesAConnectionThatWasResetForAnUnknownOutcome() {
		serve(new VendorServer((connection) -> {
			connection.setSoLinger(true, 0);
			connection.close();
		}));

		assertThat(unavailable(this.vendor.address()).sent()).isEqualTo(Sent.PERHAPS);
		assertThat(this.vendor.requests()).hasSize(1);
	}

	@Test
	void takesAConnectionThatWasClosedForAnUnknownOutcomeAndDoesNotPostAgain() {
		serve(new VendorServer((connection) -> connection.close()));

		assertThat(unavailable(this.vendor.address()).sent()).isEqualTo(Sent.PERHAPS);
		assertThat(this.vendor.requests()).hasSize(1);
	}

	@Test
	void takesAHalfAnswerForAnUnknownOutcome() {
		serve(new VendorServer((connection) -> {
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes());
			connection.close();
		}));

		assertThat(unavailable(this.vendor.address()).sent()).isEqualTo(Sent.PERHAPS);
	}

	@Test
	void takesSilenceForAnUnknownOutcome() {
		serve(new VendorServer((connection) -> {
		}));

		assertThat(unavailable(this.vendor.address()).sent()).isEqualTo(Sent.PERHAPS);
	}

	@Test
	void takesABodyThatDoesNotEndInTimeForAnUnknownOutcome() {
		serve(new VendorServer((connection) -> {
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes());
		}));

		assertThat(unavailable(this.vendor.address()).sent()).isEqualTo(Sent.PERHAPS);
	}

	@Test
	void readsABodyOfTheLargestSize() {
		serve(VendorServer.answering("200 OK", "x".repeat(MOST)));

		assertThat(post(this.vendor.address()).body()).hasSize(MOST);
	}

	@Test
	void refusesALargerBody() {
		serve(VendorServer.answering("200 OK", "x".repeat(MOST + 1)));

		assertThat(catchThrowableOfType(Unintelligible.class, () -> post(this.vendor.address()))).isNotNull();
	}

	@Test
	void readsNoFurtherIntoABodyWithoutEnd() {
		byte[] chunk = "x".repeat(8_192).getBytes(StandardCharsets.UTF_8);
		serve(new VendorServer((connection) -> {
			connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
			while (true) {
				connection.getOutputStream().write(chunk);
			}
		}));
		VendorHttp patient = new VendorHttp(Duration.ofSeconds(20));
		Instant begin = Instant.now();

		assertThat(catchThrowableOfType(Unintelligible.class, () -> post(patient, this.vendor.address()))).isNotNull();
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
	}

	private Duration throttledWith(String header) {
		serve(VendorServer.answering("429 Too Many Requests\r\n" + header, ""));
		return catchThrowableOfType(Throttled.class, () -> post(this.vendor.address())).retryAfter();
	}

	private void serve(VendorServer server) {
		this.vendor.close();
		this.vendor = server;
	}

	private Unavailable unavailable(URI address) {
		return catchThrowableOfType(Unavailable.class, () -> post(address));
	}

	private Answer post(URI address) {
		return post(this.http, address);
	}

	private static Answer post(VendorHttp http, URI address) {
		return VendorHttp.send(http.client(address).post().uri("/candidates"), MOST);
	}

}
