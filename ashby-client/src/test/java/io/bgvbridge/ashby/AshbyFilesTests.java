package io.bgvbridge.ashby;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AshbyFilesTests {

	private static final byte[] PDF = { '%', 'P', 'D', 'F', 0, (byte) 0xff, '\r', '\n' };

	private final AshbyStub ashby = new AshbyStub();

	private final AshbyFiles files = new AshbyFiles(new VendorHttp(Duration.ofSeconds(5)),
			new VendorHttp(Duration.ofSeconds(8)), "2026-01-01");

	@AfterEach
	void stop() {
		this.ashby.close();
	}

	@Test
	void asksForPlaceAsTheContractHasIt() {
		this.ashby.answersOnce(200, """
				{"success":true,"results":{"handle":"h1","url":"https://s3.example.com/b",
				"fields":{"key":"k","policy":"p","a":"z"}}}""");
		UploadHandle upload = this.files.createUpload(this.ashby.access(), "bgv-report.pdf", "application/pdf", 102400);
		assertThat(this.ashby.call().path()).isEqualTo("/ashby/file.createFileUploadHandle");
		assertThat(this.ashby.call().body()).asString().isEqualTo("""
				{"fileUploadContext":"CandidateFiles","filename":"bgv-report.pdf",\
				"contentType":"application/pdf","contentLength":102400}""");
		assertThat(this.ashby.call().headers().getFirst("Ashby-Version")).isEqualTo("2026-01-01");
		assertThat(upload.handle()).isEqualTo("h1");
		assertThat(upload.url()).hasToString("https://s3.example.com/b");
		assertThat(upload.fields().keySet()).containsExactly("key", "policy", "a");
		assertThat(upload).asString().doesNotContain("h1").doesNotContain("policy");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"handle\":\"h\",\"url\":\"not an address\"}", "{\"handle\":\"h\",\"url\":\"/x\"}",
			"{\"url\":\"https://s3.example.com\"}" })
	void doesNotUnderstandPlaceWithoutHandleOrAddress(String results) {
		this.ashby.answersOnce(200, "{\"success\":true,\"results\":" + results + "}");
		assertThatExceptionOfType(Unintelligible.class)
			.isThrownBy(() -> this.files.createUpload(this.ashby.access(), "a", "b", 1));
	}

	@Test
	void sendsFieldsFirstAndTheFileLastWithoutTheKey() {
		this.ashby.answers(204, "");
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("policy", "p==");
		fields.put("key", "uploads/1");
		upload(storage(), fields);
		AshbyStub.Call call = this.ashby.call();
		String type = call.headers().getFirst("Content-Type");
		String boundary = type.substring("multipart/form-data; boundary=".length());
		assertThat(new String(call.body(), StandardCharsets.ISO_8859_1)).isEqualTo("--" + boundary
				+ "\r\nContent-Disposition: form-data; name=\"policy\"\r\n\r\np==\r\n--" + boundary
				+ "\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nuploads/1\r\n--" + boundary
				+ "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
				+ new String(PDF, StandardCharsets.ISO_8859_1) + "\r\n--" + boundary + "--\r\n");
		assertThat(call.headers().get("Authorization")).isNull();
		assertThat(call.headers().getFirst("Content-Length")).isEqualTo(Integer.toString(call.body().length));
		assertThat(call.method()).isEqualTo("POST");
		assertThat(call.path()).isEqualTo("/storage/bucket");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://s3.example.com/b", "http://127.0.0.1/b", "ftp://localhost/b", "file:///tmp/x",
			"http://localhost.example.com/b", "https://user:pw@s3.example.com/b" })
	void sendsNothingWhereOthersCouldRead(String url) {
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(() -> upload(URI.create(url), Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://127.0.0.1/b", "https://169.254.169.254/b", "https://[::1]/b",
			"https://2130706433/b", "https://127.1/b", "https://0x7f000001/b", "https://a.0x7f/b",
			"https://10.0.0.1./b", "https://localhost/b", "https://LOCALHOST./b", "https://storage.localhost/b",
			"https://verification-service/b" })
	void sendsNothingIntoOurOwnNetwork(String url) {
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(() -> upload(URI.create(url), Map.of()))
			.withMessageContaining("not safe");
	}

	@Test
	void triesEveryNameOfThePublicKind() {
		assertThatExceptionOfType(Unavailable.class)
			.isThrownBy(() -> upload(URI.create("https://uploads.s3.us-west-2.invalid/b"), Map.of()));
	}

	@Test
	void sendsNothingInTheClearForRealAshby() {
		AshbyAccess real = new AshbyAccess(URI.create("https://api.ashbyhq.com"), "key");
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(() -> this.files.upload(real,
				new UploadHandle("h", storage(), Map.of()), "r.pdf", "application/pdf", PDF));
		assertThat(this.ashby.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\"; filename=\"b", "a\r\nX: y", "a\\" })
	void writesNoFieldThatCouldEndItsHeaderEarly(String name) {
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(() -> upload(storage(), Map.of(name, "v")));
		assertThat(this.ashby.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 400, 403 })
	void takesRefusalsOfTheStorageAsRejected(int status) {
		this.ashby.answers(status, "");
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> upload(storage(), Map.of()))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("storage_" + status));
	}

	@Test
	void takesOutagesOfTheStorageAsTheyAre() {
		this.ashby.answers(503, "");
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> upload(storage(), Map.of()));
	}

	@Test
	void doesNotTakeTheStoragesPaceForAshbys() {
		this.ashby.answers(429, "");
		this.ashby.asksToWait("7");
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> upload(storage(), Map.of()))
			.satisfies((failure) -> assertThat(failure.sent()).isEqualTo(Sent.NO))
			.satisfies((failure) -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
	}

	@Test
	void waitsForTheStorageAsLongAsItIsTold() {
		this.ashby.answersAfter(Duration.ofMillis(400));
		AshbyFiles hasty = new AshbyFiles(new VendorHttp(Duration.ofSeconds(5)), new VendorHttp(Duration.ofMillis(50)),
				null);
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> upload(hasty, storage(), Map.of()));
		AshbyFiles patient = new AshbyFiles(new VendorHttp(Duration.ofMillis(50)),
				new VendorHttp(Duration.ofSeconds(5)), null);
		assertThatNoException().isThrownBy(() -> upload(patient, storage(), Map.of()));
	}

	@Test
	void attachesTheFileToTheCandidate() {
		this.ashby.answersOnce(200, "{\"success\":true,\"results\":{\"id\":\"c1\"}}");
		this.files.attach(this.ashby.access(), "c1", "h1");
		assertThat(this.ashby.call().path()).isEqualTo("/ashby/candidate.uploadFile");
		assertThat(this.ashby.call().body()).asString().isEqualTo("{\"candidateId\":\"c1\",\"fileHandle\":\"h1\"}");
		this.ashby.answers(200, "invalid-input.json");
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> this.files.attach(this.ashby.access(), "c1", "h1"));
	}

	private void upload(URI place, Map<String, String> fields) {
		upload(this.files, place, fields);
	}

	private void upload(AshbyFiles files, URI place, Map<String, String> fields) {
		files.upload(this.ashby.access(), new UploadHandle("h1", place, fields), "r.pdf", "application/pdf", PDF);
	}

	private URI storage() {
		return this.ashby.access().baseUrl().resolve("/storage/bucket");
	}

}
